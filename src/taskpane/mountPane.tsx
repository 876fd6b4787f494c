import { createRoot, type Root } from "react-dom/client";
import { ErrorBoundary } from "./shell/ErrorBoundary";
import { Pane } from "./shell/Pane";
import { ServicesProvider, useStudyState } from "./study/context";
import type { Services } from "./study/services";
import { PaneThemeProvider } from "./theme/PaneThemeProvider";

function GuardedPane() {
  const { language } = useStudyState();
  return (
    <ErrorBoundary language={language}>
      <Pane />
    </ErrorBoundary>
  );
}

/** The pane with all it needs around it. */
export function PaneRoot({ services }: { services: Services }) {
  return (
    <ServicesProvider value={services}>
      <PaneThemeProvider>
        <GuardedPane />
      </PaneThemeProvider>
    </ServicesProvider>
  );
}

/** Shows the pane in an element of the page. */
export function mountPane(element: HTMLElement, services: Services): Root {
  const root = createRoot(element);
  root.render(<PaneRoot services={services} />);
  return root;
}
