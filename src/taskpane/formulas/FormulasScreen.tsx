import { useRef } from "react";
import { useServices, useStore } from "../study/context";
import { lasting } from "../study/lasting";
import { Store } from "../study/store";
import "../styles/parts.css";
import "../styles/formulas.css";
import { Builder } from "./Builder";
import { startWith, type BuilderState } from "./builderModel";
import { SelectedFormula } from "./SelectedFormula";
import { useSelectedCell } from "./useSelectedCell";

/** What is chosen stays while other screens are shown. */
const makeState = () => new Store<BuilderState>(startWith("MATURITY"));

/** Understand the formula of a cell, or compose one. */
export function FormulasScreen() {
  const services = useServices();
  const store = lasting(services, makeState);
  const state = useStore(store);
  const { cell, seen } = useSelectedCell();
  const builder = useRef<HTMLHeadingElement>(null);
  return (
    <div className="bvn-scroll bvn-formulas">
      <SelectedFormula
        cell={cell}
        seen={seen}
        onReuse={(again) => {
          store.set(again);
          builder.current?.scrollIntoView?.();
          builder.current?.focus();
        }}
      />
      <Builder state={state} onChange={(next) => store.set(next)} cell={cell} seen={seen} heading={builder} />
    </div>
  );
}
