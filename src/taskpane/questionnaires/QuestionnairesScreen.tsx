export function QuestionnairesScreen() {
  return null;
}
