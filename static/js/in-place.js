// Lists of meetings open in place: filters, order, years and pages change the list, the axis and the facets without
// loading the page again. The address always says what is seen, and back and forward work. Without this, all of them
// are links and forms.

const main = document.getElementById("main");
const status = document.createElement("p");
let shown = here();
let asked;

function here() {
  return location.pathname + location.search;
}

// Whether an address is one of the chronology: the whole of it, or a year.
function isList(url) {
  const list = document.getElementById("list")?.dataset;
  if (!list || url.origin !== location.origin) return false;
  return [list.home, list.whole].includes(url.pathname) || (url.pathname.startsWith(list.whole) && /^\d+\/$/.test(url.pathname.slice(list.whole.length)));
}

function addressOf(form) {
  const url = new URL(form.getAttribute("action") ?? location.pathname, location.href);
  const given = [...new FormData(form)].filter(([, value]) => value !== "");
  url.search = new URLSearchParams(given).toString().replaceAll("+", "%20");
  return url;
}

async function open(url, { keepsAddress = false, scroll } = {}) {
  asked?.abort();
  asked = new AbortController();
  main.setAttribute("aria-busy", "true");
  let page;
  try {
    const answer = await fetch(url, { signal: asked.signal, headers: { Accept: "text/html" } });
    page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!page.getElementById("list")) throw new TypeError("not a list");
  } catch (error) {
    if (error.name !== "AbortError") location.assign(url);
    return;
  }
  if (!keepsAddress) {
    history.replaceState({ scroll: scrollY }, "");
    history.pushState({}, "", url);
  }
  show(page, scroll);
}

function show(page, scroll) {
  const focused = nameOf(document.activeElement);
  const opened = [...main.querySelectorAll("details[open]")].map(nameOf);
  document.title = page.title;
  main.replaceChildren(...document.adoptNode(page.getElementById("main")).childNodes);
  replace("nav.langs", page);
  replace("link[rel=canonical]", page);
  shown = here();
  opened.forEach((name) => found(name)?.setAttribute("open", ""));
  main.removeAttribute("aria-busy");
  document.dispatchEvent(new Event("list:shown"));
  const target = found(focused);
  (target ?? (focused ? main : null))?.focus({ preventScroll: true });
  if (scroll !== undefined) scrollTo({ top: scroll, behavior: "instant" });
  status.textContent = main.querySelector(".counted, #faults :is(h2, h3)")?.textContent.trim() ?? "";
}

function replace(selector, page) {
  const ours = document.querySelector(selector);
  const theirs = page.querySelector(selector);
  if (ours && theirs) ours.replaceWith(document.adoptNode(theirs));
}

// What an element is called, so that its successor can be found; nothing outside the part that is replaced.
function nameOf(element) {
  if (!main.contains(element) || element === main) return null;
  if (element.id) return `#${CSS.escape(element.id)}`;
  if (element.name && element.type === "checkbox") return `[type=checkbox][name=${CSS.escape(element.name)}][value="${CSS.escape(element.value)}"]`;
  if (element.matches("details")) return `details:has([name=${CSS.escape(element.querySelector("[name]")?.name ?? "none")}])`;
  if (element.matches(".axis .year")) return ".axis g a";
  if (element.closest(".axis")) return `.axis a[aria-label="${CSS.escape(element.getAttribute("aria-label") ?? "")}"]`;
  if (element.matches("button")) return `form.${element.form?.className} button`;
  if (element.matches(".chips a")) return "#list";
  return element.href ? `a[href="${CSS.escape(element.getAttribute("href"))}"]` : null;
}

function found(name) {
  return name && main.querySelector(name);
}

function clicked(event) {
  const link = event.target.closest?.("a[href]");
  if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const url = new URL(link.href.baseVal ?? link.href, location.href);
  if (!main.contains(link) || !isList(url) || (url.hash && url.pathname + url.search === shown)) return;
  event.preventDefault();
  open(url, { scroll: link.closest(".pages") ? main.querySelector("#list").offsetTop : undefined });
}

if (document.getElementById("list")) {
  status.className = "vh";
  status.setAttribute("role", "status");
  document.body.append(status);
  document.addEventListener("click", clicked);
  document.addEventListener("submit", (event) => {
    if (!event.target.matches("form.filter, form.sort")) return;
    event.preventDefault();
    open(addressOf(event.target));
  });
  main.addEventListener("change", (event) => {
    if (event.target.matches("form.filter [type=checkbox], form.filter select, form.sort select")) open(addressOf(event.target.form));
  });
  document.addEventListener("list:open", (event) => {
    event.preventDefault();
    open(event.detail);
  });
  addEventListener("popstate", (event) => {
    if (here() !== shown) open(new URL(location.href), { keepsAddress: true, scroll: event.state?.scroll });
  });
}
