/** Entry of the worker: files are read, compared and made here, so that the pane never waits. */
import { serve, type WorkerScope } from "./serve";

serve(self as unknown as WorkerScope);
