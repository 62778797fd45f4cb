// Before the first paint: the theme that the reader chose last, where he chose one.
try {
  const chosen = localStorage.getItem("theme");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
} catch {
  // Storage is shut off: the system's theme it is.
}
