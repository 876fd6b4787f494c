import { commands, type CommandDefinition, type CommandId } from "../../commands/catalogue";

/** A command of the catalogue, which has the words for it. */
export function command(id: CommandId): CommandDefinition {
  return commands.find((candidate) => candidate.id === id)!;
}
