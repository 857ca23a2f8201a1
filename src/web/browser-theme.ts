/// <reference lib="dom" />

const THEME = "tarmaq-theme";
const theme = localStorage.getItem(THEME);
if (theme !== null) document.documentElement.dataset["theme"] = theme;

/** Turns the page dark or light, and keeps it. */
export function toggleTheme(): void {
  const dark = document.documentElement.dataset["theme"]
    ? document.documentElement.dataset["theme"] === "dark"
    : matchMedia("(prefers-color-scheme: dark)").matches;
  const next = dark ? "light" : "dark";
  document.documentElement.dataset["theme"] = next;
  localStorage.setItem(THEME, next);
}
