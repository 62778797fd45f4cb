// What JavaScript adds: a report's text linked with its claims, charts that move, names as you type, light or dark.
import { startCharts } from "./charts.js";
import { linkTextAndClaims } from "./report.js";
import { startSuggesting } from "./suggest.js";

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

linkTextAndClaims(document);
startCharts(document);
for (const input of document.querySelectorAll("[data-suggest]")) startSuggesting(input);
