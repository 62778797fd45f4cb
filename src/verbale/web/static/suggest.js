// Names as you type: a combobox after the ARIA pattern. Without it the form searches for the words.
const WAIT = 120;

export function startSuggesting(input) {
  const list = document.createElement("ul");
  list.className = "suggest";
  list.id = `${input.id}-names`;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Names in the record");
  list.hidden = true;
  input.parentElement.append(list);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("aria-expanded", "false");
  let timer, asked, at = -1;

  const options = () => [...list.children];
  const close = () => { list.hidden = true; at = -1; input.setAttribute("aria-expanded", "false"); input.removeAttribute("aria-activedescendant"); };
  const mark = (index) => {
    at = (index + options().length + 1) % (options().length + 1);
    options().forEach((option, i) => option.setAttribute("aria-selected", String(i === at)));
    if (options()[at]) input.setAttribute("aria-activedescendant", options()[at].id);
    else input.removeAttribute("aria-activedescendant");
  };
  const choose = (option) => {
    if (input.dataset.fill !== undefined) { input.value = option.dataset.id; close(); return; }
    location.href = `/identity/${encodeURIComponent(option.dataset.id)}`;
  };
  const show = (names) => {
    list.replaceChildren(...names.map((name, i) => {
      const option = document.createElement("li");
      option.setAttribute("role", "option");
      option.id = `${list.id}-${i}`;
      option.dataset.id = name.id;
      option.dataset.name = name.name;
      const words = document.createElement("span");
      words.textContent = name.name;
      const note = document.createElement("small");
      note.textContent = name.note;
      option.append(words, note);
      option.addEventListener("mousedown", (event) => { event.preventDefault(); choose(option); });
      return option;
    }));
    list.hidden = !names.length;
    at = -1;
    input.setAttribute("aria-expanded", String(Boolean(names.length)));
  };
  input.addEventListener("input", () => {
    clearTimeout(timer);
    const words = input.value.trim();
    if (words.length < 2) { close(); return; }
    timer = setTimeout(async () => {
      asked = words;
      const answer = await fetch(`/names?q=${encodeURIComponent(words)}`).catch(() => null);
      if (!answer?.ok || asked !== words) return;
      const found = (await answer.json()).names;
      if (asked === words && document.activeElement === input) show(found);
    }, WAIT);
  });
  input.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    if (event.key === "ArrowDown") { mark(at + 1); event.preventDefault(); }
    if (event.key === "ArrowUp") { mark(at - 1); event.preventDefault(); }
    if (event.key === "Escape") { close(); event.preventDefault(); }
    if (event.key === "Enter" && options()[at]) { choose(options()[at]); event.preventDefault(); }
  });
  input.addEventListener("blur", close);
}
