import { Component, type ErrorInfo, type ReactNode } from "react";
import type { Language } from "../../domain/language";
import { textsIn } from "../texts";

interface Props {
  readonly language: Language;
  readonly children: ReactNode;
}

/** Catches an error of the pane itself: says so in words, and lets one go on. Plain HTML, nothing to fail again. */
export class ErrorBoundary extends Component<Props, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error(error, info.componentStack);
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    const texts = textsIn(this.props.language);
    return (
      <main role="alert" className="bvn-empty">
        <h2>{texts.crashTitle}</h2>
        <p>{texts.crashText}</p>
        <p>
          <button type="button" autoFocus onClick={() => this.setState({ error: null })}>
            {texts.carryOn}
          </button>
        </p>
        <details>
          <summary>{texts.technicalDetail}</summary>
          <code>{error.message}</code>
        </details>
      </main>
    );
  }
}
