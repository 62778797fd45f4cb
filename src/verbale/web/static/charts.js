// Charts come drawn from the server and can be read as they are. Here: tips, the keyboard, zoom, and filters.
export function startCharts(root) {
  const charts = [...root.querySelectorAll("svg.chart")];
  if (!charts.length) return;
  const tip = root.createElement("div");
  tip.className = "tip";
  tip.hidden = true;
  tip.setAttribute("aria-hidden", "true");
  root.body.append(tip);
  for (const svg of charts) {
    const tools = svg.closest("figure")?.querySelector("[data-chart-tools]");
    if (tools) tools.hidden = false;
    startTips(svg, tip);
    startKeys(svg);
    if (svg.dataset.zoom) startZoom(svg, tools);
    if (tools) startFilter(svg, tools);
  }
}

function startTips(svg, tip) {
  for (const each of svg.querySelectorAll("[data-tip]")) {
    const show = (x, y) => {
      tip.textContent = each.dataset.tip;
      tip.hidden = false;
      tip.style.left = `${Math.max(8, Math.min(x + 14, innerWidth - tip.offsetWidth - 8))}px`;
      tip.style.top = `${Math.max(8, y - tip.offsetHeight - 12)}px`;
    };
    const hide = () => { tip.hidden = true; };
    each.addEventListener("pointermove", (event) => show(event.clientX, event.clientY));
    each.addEventListener("pointerleave", hide);
    each.addEventListener("focus", () => { const box = each.getBoundingClientRect(); show(box.right, box.top); });
    each.addEventListener("blur", hide);
  }
}

// One stop of the Tab key for a whole chart; arrows go from mark to mark.
function startKeys(svg) {
  const marks = [...svg.querySelectorAll("a")];
  marks.forEach((mark, at) => mark.setAttribute("tabindex", at ? "-1" : "0"));
  svg.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const seen = marks.filter((mark) => mark.style.visibility !== "hidden");
    const at = seen.indexOf(document.activeElement);
    if (!step || at < 0) return;
    event.preventDefault();
    const next = seen[(at + step + seen.length) % seen.length];
    marks.forEach((mark) => mark.setAttribute("tabindex", mark === next ? "0" : "-1"));
    next.focus();
  });
}

// Buttons, drag, and the wheel with Ctrl (or a pinch); along time ("x") heights stay.
function startZoom(svg, tools) {
  const [fullX, fullY, fullWidth, fullHeight] = svg.dataset.full.split(" ").map(Number);
  const whole = svg.viewBox.baseVal;
  const flat = svg.dataset.zoom === "x";
  let view = { x: whole.x, y: whole.y, width: whole.width, height: whole.height };
  const apply = () => {
    view.width = Math.min(fullWidth, Math.max(fullWidth / 60, view.width));
    view.height = flat ? fullHeight : (view.width * fullHeight) / fullWidth;
    view.x = Math.min(fullX + fullWidth - view.width, Math.max(fullX, view.x));
    view.y = Math.min(fullY + fullHeight - view.height, Math.max(fullY, view.y));
    if (flat) stretch(svg, fullWidth, view);
    else {
      svg.setAttribute("viewBox", `${view.x} ${view.y} ${view.width} ${view.height}`);
      const unit = view.width / fullWidth;
      for (const dot of svg.querySelectorAll("[data-r]")) dot.setAttribute("r", dot.dataset.r * unit);
      for (const text of svg.querySelectorAll("[data-size]")) text.style.fontSize = `${text.dataset.size * unit}px`;
    }
  };
  const zoom = (factor, px = 0.5, py = 0.5) => {
    const width = Math.min(fullWidth, view.width * factor), height = (width * view.height) / view.width;
    view = { x: view.x + (view.width - width) * px, y: view.y + (view.height - height) * py, width, height };
    apply();
  };
  svg.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    const box = svg.getBoundingClientRect();
    zoom(event.deltaY > 0 ? 1.25 : 0.8, (event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
  }, { passive: false });
  let from = null;
  svg.addEventListener("pointerdown", (event) => {
    if (event.pointerType !== "mouse" || event.target.closest("a")) return;
    from = event;
    svg.setPointerCapture(event.pointerId);
  });
  svg.addEventListener("pointermove", (event) => {
    if (!from) return;
    const box = svg.getBoundingClientRect();
    view.x -= ((event.clientX - from.clientX) / box.width) * view.width;
    if (!flat) view.y -= ((event.clientY - from.clientY) / box.height) * view.height;
    from = event;
    apply();
  });
  for (const end of ["pointerup", "pointercancel"]) svg.addEventListener(end, () => { from = null; });
  for (const button of tools?.querySelectorAll("[data-zoom-by]") ?? []) {
    button.addEventListener("click", () => {
      if (button.dataset.zoomBy === "all") { view = { x: fullX, y: fullY, width: fullWidth, height: fullHeight }; apply(); }
      else zoom(Number(button.dataset.zoomBy));
    });
  }
}

// Along time only: marks move and bars stretch, letters keep their shape.
function stretch(svg, fullWidth, view) {
  const left = Number(svg.dataset.left), right = fullWidth - 8, inner = right - left;
  const scale = fullWidth / view.width, from = left + (view.x / fullWidth) * inner;
  const place = (x) => left + (x - from) * scale;
  for (const each of svg.querySelectorAll("[data-x]")) {
    const x = place(Number(each.dataset.x)), end = each.dataset.x2 ? place(Number(each.dataset.x2)) : x;
    const begin = Math.max(left, x);
    const reach = each.tagName === "text" && !each.dataset.dx ? Infinity : end;
    each.style.display = reach >= left - 1 && x <= right + 1 ? "" : "none";
    if (each.tagName === "rect") { each.setAttribute("x", begin); each.setAttribute("width", Math.max(3, Math.min(right, end) - begin)); }
    else if (each.tagName === "circle") each.setAttribute("cx", x);
    else if (each.tagName === "line") { each.setAttribute("x1", x); each.setAttribute("x2", x); }
    else each.setAttribute("x", begin + Number(each.dataset.dx || 0));
  }
}

// A mark is of one or more classes ("lane|standing"); it is shown while all of them are.
function startFilter(svg, tools) {
  const form = tools.querySelector("[data-chart-filter]");
  form?.addEventListener("change", () => {
    const off = new Set([...form.querySelectorAll("input:not(:checked)")].map((box) => box.value));
    for (const each of svg.querySelectorAll("[data-class]")) each.style.visibility = each.dataset.class.split("|").some((one) => off.has(one)) ? "hidden" : "";
  });
}
