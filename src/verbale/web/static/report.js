// Hover or focus on evidence shows its claims; hover on a claim shows its evidence; mentions of one actor together.
const SHOWN = "on";

export function linkTextAndClaims(root) {
  const text = root.querySelector(".text[data-linked]");
  if (!text) return;
  const marks = [...text.querySelectorAll("mark")];
  const cards = new Map([...root.querySelectorAll(".card")].map((card) => [card.dataset.claim, card]));
  const claimsOf = (mark) => mark.dataset.claims.split(" ");
  const clear = () => root.querySelectorAll(`.${SHOWN}`).forEach((each) => each.classList.remove(SHOWN));

  const show = (ids, scroll) => {
    clear();
    marks.filter((mark) => claimsOf(mark).some((id) => ids.includes(id))).forEach((mark) => mark.classList.add(SHOWN));
    const found = ids.map((id) => cards.get(id)).filter(Boolean);
    found.forEach((card) => card.classList.add(SHOWN));
    if (scroll && found[0]) keepInView(found[0]);
  };
  for (const mark of marks) {
    for (const moment of ["mouseenter", "focusin"]) mark.addEventListener(moment, () => show(claimsOf(mark), true));
    mark.addEventListener("mouseleave", clear);
    mark.addEventListener("click", (event) => {
      if (event.target.closest("a.mention") || getSelection()?.toString()) return;
      cards.get(claimsOf(mark)[0])?.scrollIntoView({ block: "center" });
      cards.get(claimsOf(mark)[0])?.focus();
    });
  }
  for (const [id, card] of cards) {
    for (const moment of ["mouseenter", "focusin"]) card.addEventListener(moment, () => show([id], false));
    card.addEventListener("mouseleave", clear);
  }
  for (const mention of text.querySelectorAll(".mention")) {
    const together = () => text.querySelectorAll(`[data-actor="${CSS.escape(mention.dataset.actor)}"]`).forEach((each) => each.classList.add(SHOWN));
    mention.addEventListener("mouseenter", together);
    mention.addEventListener("focusin", together);
  }
}

// The list beside the text scrolls by itself; the page must not move under the reader's eyes.
function keepInView(card) {
  const box = card.closest("aside");
  if (!box || box.scrollHeight <= box.clientHeight) return;
  const top = card.offsetTop - box.offsetTop;
  if (top < box.scrollTop || top + card.offsetHeight > box.scrollTop + box.clientHeight) box.scrollTop = top - box.clientHeight / 3;
}
