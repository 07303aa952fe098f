"use strict";
/* Questions that a form asks the site while somebody types. The answers are made by what checks the form later, so that
   a form without scripts is told the same once it is sent. */
globalThis.desk = (() => {
  const PAUSE = 250; // milliseconds without typing after which is asked

  /* A form that is sent asks no more: after a login that expired, such an answer would drop the cookie by which the site
     knows the form it has just kept. */
  let sent = new AbortController();
  addEventListener("submit", ({ defaultPrevented }) => {
    if (defaultPrevented) return;
    sent.abort();
    sent = new AbortController();
  });

  const ask = async (address, asked, signal) => {
    const answer = await fetch(`${address}?${new URLSearchParams(asked)}`, {
      signal,
      headers: { Accept: "application/json" },
      redirect: "manual", // to the login, if it has expired: the form is kept when it is sent
    });
    return answer.ok ? answer.json() : null;
  };

  /* A function that asks after a pause; `told` hears the answer to the last question alone. */
  const asker = (address, told) => {
    let turn = 0;
    return (asked) => {
      const mine = ++turn;
      const { signal } = sent;
      setTimeout(async () => {
        if (mine !== turn) return;
        const answer = await ask(address, asked, signal).catch(() => null); // offline or sent: sending it asks again
        if (answer && mine === turn) told(answer);
      }, PAUSE);
    };
  };

  const made = (tag, properties = {}, ...parts) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...parts);
    return element;
  };

  /* Puts a value where nothing stands, or what was proposed and nobody has touched since; tells whether it stands there. */
  const propose = (field, value) => {
    const isFree = field.value === "" || field.value === field.dataset.proposed;
    if (isFree) {
      field.value = value;
      field.dataset.proposed = value;
    }
    return isFree;
  };

  /* The element of class `name` at the end of `place`, made if need be: it tells what a script found. */
  const told = (place, name) => {
    const known = place.querySelector(`:scope > .${name}`);
    if (known) return known;
    place.append(made("output", { className: name }));
    return place.lastElementChild;
  };

  const link = ({ url, title, words }) => {
    const anchor = made("a", { href: url, target: "_blank", rel: "noopener" }, title);
    return words ? [anchor, `: ${words}`] : [anchor];
  };

  return { asker, link, made, propose, told };
})();
