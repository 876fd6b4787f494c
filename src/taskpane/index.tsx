/** Entry of the shared runtime: pane, commands and custom functions live in this one page. */
Office.onReady(() => {
  document.getElementById("root")!.textContent = "BVN";
});
