// What JavaScript adds: names as you type, a report's text linked with its claims, charts that answer.
import { startSuggesting } from "./suggest.js";
import { linkTextAndClaims } from "./report.js";
import { startCharts } from "./charts.js";

const dark = () => {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
};

for (const button of document.querySelectorAll("[data-theme-switch]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const theme = dark() ? "light" : "dark";
    document.documentElement.dataset.theme = theme;
    try {
      localStorage.setItem("theme", theme);
    } catch {
      // It holds for this page only.
    }
  });
}

for (const input of document.querySelectorAll("[data-suggest]")) startSuggesting(input);
for (const select of document.querySelectorAll("select[data-submit]")) {
  select.addEventListener("change", () => select.form.requestSubmit());
}
linkTextAndClaims(document);
startCharts(document);
