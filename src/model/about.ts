/** What is known of a text beside its words (`corpus/<stem>.about.json`). */
export interface About {
  readonly id: string;
  readonly file: string;
  readonly title: string;
  readonly number: string;
  readonly date: string;
  readonly edition: string;
  readonly body: string;
  readonly language: string;
  readonly zone: { readonly id: string };
}
