// The time axis by keyboard and pointer: arrow keys go from mark to mark, a range of months is drawn with the mouse or
// with Shift and the arrow keys, and a card says what a mark stands for. Without this, every mark is a plain link.

const SVG = "http://www.w3.org/2000/svg";
const WAIT = 200; // milliseconds before a card comes or goes
const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

class Axis {
  constructor(sheet) {
    this.sheet = sheet;
    this.drawing = sheet.querySelector("svg.years");
    this.links = [...sheet.querySelectorAll("a")];
    this.months = monthsOf(this.drawing);
    this.card = new Card(sheet);
    this.said = make("p", { className: "vh" });
    this.said.setAttribute("role", "status");
    sheet.append(this.said);
    this.links.forEach((link) => link.setAttribute("tabindex", "-1"));
    this.enter(this.links.find((link) => link === document.activeElement) ?? sheet.querySelector("g a") ?? this.links[0]);
    this.listen();
  }

  listen() {
    this.sheet.addEventListener("keydown", (event) => this.key(event));
    this.sheet.addEventListener("focusin", (event) => this.links.includes(event.target) && this.enter(event.target));
    this.sheet.addEventListener("focusout", () => this.drop());
    this.drawing.addEventListener("pointerdown", (event) => this.press(event));
    this.drawing.addEventListener("dragstart", (event) => event.preventDefault());
  }

  // The one link that Tab reaches.
  enter(link) {
    this.entered?.setAttribute("tabindex", "-1");
    link.setAttribute("tabindex", "0");
    this.entered = link;
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || !this.links.includes(event.target)) return;
    const step = STEPS[event.key];
    if (step && event.shiftKey && step[0]) this.stretch(event.target, step[0]);
    else if (step) this.go(event.target, step);
    else if (event.key === "Home" || event.key === "End") this.links.at(event.key === "Home" ? 0 : -1).focus();
    else if (event.key === "Enter" && this.range) this.choose();
    else if (event.key === "Escape" && this.range) this.drop();
    else return;
    event.preventDefault();
  }

  // To the nearest link that way; what lies off the line counts as farther.
  go(from, [right, down]) {
    const start = middle(from);
    const ways = this.links.filter((link) => link !== from).map((link) => {
      const [x, y] = [middle(link).x - start.x, middle(link).y - start.y];
      const [along, aside] = right ? [x * right, Math.abs(y)] : [y * down, Math.abs(x)];
      return { link, along, cost: along + aside * 4 };
    });
    const [nearest] = ways.filter((way) => way.along > 4).sort((a, b) => a.cost - b.cost);
    nearest?.link.focus();
  }

  stretch(link, by) {
    const box = link.querySelector(".hit").getBBox();
    const start = this.monthAt(box.x + 1);
    if (start < 0) return;
    this.range ??= [start, this.monthAt(box.x + box.width - 1)];
    const moved = this.range[1] + by;
    this.draw(this.range[0], Math.max(0, Math.min(this.months.length - 1, moved)));
  }

  press(event) {
    if (event.button || event.pointerType === "touch") return;
    const begun = { x: event.clientX, month: this.monthAt(this.unitsAt(event.clientX)) };
    const leaves = new AbortController();
    const listening = { signal: leaves.signal };
    let drawn = false;
    addEventListener("pointermove", (moved) => {
      if (!drawn && Math.abs(moved.clientX - begun.x) < 8) return;
      drawn = true;
      this.card.hide();
      this.draw(begun.month, this.monthAt(this.unitsAt(moved.clientX)));
    }, listening);
    const ended = (event) => {
      leaves.abort();
      if (!drawn) return;
      // The click that ends a stroke must not follow the link under it.
      addEventListener("click", stop, { capture: true, once: true });
      setTimeout(() => removeEventListener("click", stop, { capture: true }));
      if (event.type === "pointerup") this.choose();
      else this.drop();
    };
    addEventListener("pointerup", ended, listening);
    addEventListener("pointercancel", ended, listening);
    addEventListener("keydown", (key) => key.key === "Escape" && drawn && ended(key), listening);
  }

  draw(from, to) {
    this.range = [from, to];
    const [first, last] = this.ends();
    this.brush ??= this.drawing.appendChild(document.createElementNS(SVG, "path"));
    this.brush.setAttribute("class", "brush");
    const height = this.drawing.viewBox.baseVal.height;
    this.brush.setAttribute("d", `M${first.x} 50H${last.end}V${height}H${first.x}z`);
    this.said.textContent = first === last ? first.words : `${first.words} – ${last.words}`;
  }

  drop() {
    this.brush?.remove();
    this.brush = this.range = undefined;
    this.said.textContent = "";
  }

  choose() {
    const [first, last] = this.ends();
    const url = new URL(document.getElementById("list").dataset.whole, location.href);
    const query = new URLSearchParams(location.search);
    ["page", "date"].forEach((name) => query.delete(name));
    query.set("from", first.key);
    query.set("to", last.key);
    url.search = query.toString().replaceAll("+", "%20");
    // in-place.js opens it without loading the page again.
    if (document.dispatchEvent(new CustomEvent("list:open", { detail: url, cancelable: true }))) location.assign(url);
  }

  ends() {
    const [from, to] = [...this.range].sort((a, b) => a - b);
    return [this.months[from], this.months[to]];
  }

  unitsAt(clientX) {
    return new DOMPoint(clientX, 0).matrixTransform(this.drawing.getScreenCTM().inverse()).x;
  }

  monthAt(x) {
    if (x < this.months[0].x) return 0;
    const place = this.months.findIndex((month) => x < month.end);
    return place < 0 ? this.months.length - 1 : place;
  }
}

// What a mark stands for, beside it: stays while the pointer is over it, goes with Escape (WCAG 1.4.13).
class Card {
  constructor(sheet) {
    this.box = make("div", { className: "card", id: "axis-card", hidden: true });
    this.sheet = sheet;
    this.kept = new Map();
    sheet.parentElement.after(this.box);
    sheet.querySelectorAll("title").forEach((title) => title.closest(".year") || title.remove()); // the card says it
    sheet.addEventListener("pointerover", (event) => event.pointerType !== "touch" && this.later(event.target.closest("g a")));
    sheet.addEventListener("pointerleave", () => this.later(null));
    sheet.addEventListener("focusin", (event) => event.target.matches(":focus-visible") && this.show(event.target.closest("g a")));
    sheet.addEventListener("focusout", (event) => this.box.contains(event.relatedTarget) || this.hide());
    this.box.addEventListener("pointerenter", () => clearTimeout(this.timer));
    this.box.addEventListener("pointerleave", () => this.later(null));
    this.leave = new AbortController();
    document.addEventListener("keydown", (event) => event.key === "Escape" && this.hide(), { signal: this.leave.signal });
    document.addEventListener("list:shown", () => this.leave.abort(), { once: true });
  }

  later(link) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => (link ? this.show(link) : this.hide()), WAIT);
  }

  async show(link) {
    clearTimeout(this.timer);
    if (!link) return this.hide();
    if (this.link === link) return;
    this.hide();
    this.link = link;
    const content = await this.contentOf(link);
    if (this.link !== link) return;
    this.box.replaceChildren(...content);
    this.box.hidden = false;
    this.place(link);
    link.setAttribute("aria-describedby", this.box.id);
  }

  hide() {
    clearTimeout(this.timer);
    this.link?.removeAttribute("aria-describedby");
    this.link = undefined;
    this.box.hidden = true;
  }

  async contentOf(link) {
    const plain = [make("p", { textContent: link.getAttribute("aria-label") })];
    if (link.querySelector("text")) return plain; // a number of meetings, not one
    const address = `${link.href.baseVal}card/`;
    if (!this.kept.has(address)) this.kept.set(address, await fragment(address));
    const card = this.kept.get(address);
    return card ? [card.cloneNode(true)] : plain;
  }

  place(link) {
    const mark = link.querySelector(".hit").getBoundingClientRect();
    const room = this.box.offsetParent.getBoundingClientRect();
    const left = Math.min(mark.left - room.left, room.width - this.box.offsetWidth);
    this.box.style.left = `${Math.max(0, left)}px`;
    this.box.style.top = `${mark.bottom - room.top}px`;
  }
}

async function fragment(address) {
  try {
    const answer = await fetch(address);
    if (!answer.ok) return null;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    return page.body.firstElementChild;
  } catch {
    return null; // then the card says what the mark is called
  }
}

function monthsOf(drawing) {
  const words = new Intl.DateTimeFormat(document.documentElement.lang, { month: "long", year: "numeric", timeZone: "UTC" });
  return [...drawing.querySelectorAll("[data-year]")].flatMap(({ dataset }) => {
    const [year, left, width] = [dataset.year, dataset.x, dataset.width].map(Number);
    return Array.from({ length: 12 }, (_, month) => ({
      key: `${year}-${String(month + 1).padStart(2, "0")}`,
      words: words.format(Date.UTC(year, month)),
      x: left + (width * month) / 12,
      end: left + (width * (month + 1)) / 12,
    }));
  });
}

function middle(link) {
  const box = (link.querySelector(".hit") ?? link).getBoundingClientRect();
  return { x: box.left + box.width / 2, y: link.matches(".year") ? box.top + 20 : box.top + box.height / 2 };
}

function stop(event) {
  event.preventDefault();
  event.stopPropagation();
}

function make(tag, properties) {
  return Object.assign(document.createElement(tag), properties);
}

// A drawing has hundreds of marks: it is made ready when focus or pointer comes to it, and costs nothing before.
function start() {
  document.querySelectorAll(".spine .sheet").forEach((sheet) => {
    if (sheet.contains(document.activeElement)) return new Axis(sheet);
    const come = new AbortController();
    const ready = () => {
      come.abort();
      new Axis(sheet);
    };
    // Above the sheet and before it, so that it hears of the same event itself.
    ["focusin", "pointerover"].forEach((name) => sheet.parentElement.addEventListener(name, ready, { capture: true, signal: come.signal }));
  });
}

document.addEventListener("list:shown", start);
start();
