// Charts come drawn from the server. Here: tips, zoom, and filters by class without asking again.
export function startCharts(root) {
  const tip = root.createElement("div");
  tip.className = "tip";
  tip.hidden = true;
  tip.setAttribute("aria-hidden", "true");
  root.body.append(tip);
  for (const svg of root.querySelectorAll("svg.chart")) {
    startTips(svg, tip);
    if (svg.dataset.zoom) startZoom(svg);
  }
  for (const form of root.querySelectorAll("[data-chart-filter]")) startFilter(form);
}

function startTips(svg, tip) {
  for (const each of svg.querySelectorAll("[data-tip]")) {
    const show = (x, y) => {
      tip.textContent = each.dataset.tip;
      tip.hidden = false;
      const left = Math.min(x + 14, innerWidth - tip.offsetWidth - 8);
      tip.style.left = `${Math.max(8, left)}px`;
      tip.style.top = `${Math.max(8, y - tip.offsetHeight - 12)}px`;
    };
    each.addEventListener("pointermove", (event) => show(event.clientX, event.clientY));
    each.addEventListener("pointerleave", () => { tip.hidden = true; });
    each.addEventListener("focus", () => { const box = each.getBoundingClientRect(); show(box.right, box.top); });
    each.addEventListener("blur", () => { tip.hidden = true; });
  }
}

// Wheel with Ctrl (or pinch), drag and buttons; "x" keeps the height, as time has but one axis.
function startZoom(svg) {
  const whole = svg.viewBox.baseVal, full = { x: whole.x, y: whole.y, width: whole.width, height: whole.height };
  const flat = svg.dataset.zoom === "x";
  let view = { ...full };
  const apply = () => {
    view.width = Math.min(full.width, Math.max(full.width / 40, view.width));
    view.height = flat ? full.height : Math.min(full.height, Math.max(full.height / 40, view.height));
    view.x = Math.min(full.x + full.width - view.width, Math.max(full.x, view.x));
    view.y = Math.min(full.y + full.height - view.height, Math.max(full.y, view.y));
    if (flat) stretch(svg, full, view);
    else {
      svg.setAttribute("viewBox", `${view.x} ${view.y} ${view.width} ${view.height}`);
      const scale = view.width / full.width;
      for (const dot of svg.querySelectorAll("[data-r]")) dot.setAttribute("r", dot.dataset.r * Math.sqrt(scale) * (scale < 1 ? Math.sqrt(scale) : 1));
      for (const text of svg.querySelectorAll("text")) text.style.fontSize = `${(text.dataset.size || 12) * scale}px`;
    }
  };
  const zoom = (factor, px = 0.5, py = 0.5) => {
    const x = view.x + view.width * px, y = view.y + view.height * py;
    view = { x: x - view.width * factor * px, y: flat ? view.y : y - view.height * factor * py, width: view.width * factor, height: flat ? view.height : view.height * factor };
    apply();
  };
  svg.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    const box = svg.getBoundingClientRect();
    zoom(event.deltaY > 0 ? 1.25 : 0.8, (event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
  }, { passive: false });
  let from = null;
  svg.addEventListener("pointerdown", (event) => { if (event.pointerType === "mouse" && !event.target.closest("a")) { from = event; svg.setPointerCapture(event.pointerId); } });
  svg.addEventListener("pointermove", (event) => {
    if (!from) return;
    const box = svg.getBoundingClientRect();
    view.x -= (event.clientX - from.clientX) / box.width * view.width;
    if (!flat) view.y -= (event.clientY - from.clientY) / box.height * view.height;
    from = event;
    apply();
  });
  for (const end of ["pointerup", "pointercancel"]) svg.addEventListener(end, () => { from = null; });
  const figure = svg.closest("figure");
  for (const button of figure?.querySelectorAll("[data-zoom-by]") ?? []) {
    button.hidden = false;
    button.addEventListener("click", () => {
      if (button.dataset.zoomBy === "all") { view = { ...full }; apply(); } else zoom(Number(button.dataset.zoomBy));
    });
  }
}

// Along time only: marks move and bars stretch, letters keep their shape.
function stretch(svg, full, view) {
  const left = Number(svg.dataset.left || 0), right = full.width - Number(svg.dataset.right || 0);
  const inner = right - left, scale = full.width / view.width, from = left + (view.x - full.x) / full.width * inner;
  const place = (x) => left + (x - from) * scale;
  for (const each of svg.querySelectorAll("[data-x]")) {
    const x = place(Number(each.dataset.x)), end = each.dataset.x2 ? place(Number(each.dataset.x2)) : x;
    const inside = end >= left - 1 && x <= right + 1;
    each.classList.toggle("outside", !inside);
    each.style.display = inside ? "" : "none";
    const clipped = Math.max(left, x), width = Math.max(3, Math.min(right, end) - clipped);
    if (each.tagName === "rect") { each.setAttribute("x", clipped); each.setAttribute("width", width); }
    else if (each.tagName === "circle") each.setAttribute("cx", x);
    else if (each.tagName === "line") { each.setAttribute("x1", x); each.setAttribute("x2", x); }
    else each.setAttribute("x", Math.max(left, x) + Number(each.dataset.dx || 0));
  }
}

function startFilter(form) {
  const svg = document.getElementById(form.dataset.chartFilter);
  if (!svg) return;
  form.hidden = false;
  form.addEventListener("change", () => {
    const off = new Set([...form.querySelectorAll("input:not(:checked)")].map((box) => box.value));
    for (const each of svg.querySelectorAll("[data-class]")) each.style.visibility = each.dataset.class.split(" ").every((one) => off.has(one)) ? "hidden" : "";
  });
}
