import welcomeModel from '../models/welcome-mail.json' with { type: 'json' };
import type { Language } from '../types/language.ts';

/** Which message it is; one template each, in every language. */
export const mailKinds = ['welcome'] as const;
export type MailKind = (typeof mailKinds)[number];

/** What a template may name as `{{customer}}`. */
export const mailVariables = [
  'customer',
  'contact',
  'deal',
  'products',
  'seller',
  'success',
  'success-metric',
  'metric-target',
  'deadline',
  'kickoff-by',
  'csm',
  'csm-title',
  'csm-email',
  'csm-phone',
] as const;
export type MailVariable = (typeof mailVariables)[number];

export type MailTemplate = { readonly subject: string; readonly body: string };
/** What is known of each; null or blank is not known. */
export type MailValues = Readonly<Record<MailVariable, string | null>>;

/** A stretch of a message: its own words, a value put in, a value nobody knows, a name that is no variable. */
export type MailPart =
  | { readonly part: 'words'; readonly text: string }
  | { readonly part: 'value'; readonly variable: MailVariable; readonly text: string }
  | { readonly part: 'missing'; readonly variable: MailVariable }
  | { readonly part: 'unknown'; readonly name: string };

/** The built-in words, in effect until the user changes them. */
export const builtInTemplates: Readonly<Record<MailKind, Readonly<Record<Language, MailTemplate>>>> = {
  welcome: welcomeModel,
};

/** Puts the values into a template's text. The parts together are the text; nothing in braces is left as it was. */
export function fillTemplate(text: string, values: MailValues): MailPart[] {
  // Braces that belong to no pair are a slip too: around a variable they would leave a letter that looks half filled in.
  return text.split(/(\{\{[^{}]*\}\}|\{\{|\}\})/).flatMap((piece): MailPart[] => {
    if (piece === '{{' || piece === '}}') return [{ part: 'unknown', name: piece }];
    const name = /^\{\{(.*)\}\}$/s.exec(piece)?.[1]?.trim();
    if (name === undefined) return piece === '' ? [] : [{ part: 'words', text: piece }];
    const variable = mailVariables.find((each) => each === name);
    if (variable === undefined) return [{ part: 'unknown', name }];
    const value = values[variable]?.trim();
    return [value ? { part: 'value', variable, text: value } : { part: 'missing', variable }];
  });
}

/** The message as plain text, or null while something in it is missing or unknown: that is never sent. */
export function messageText(parts: readonly MailPart[]): string | null {
  let text = '';
  for (const part of parts) {
    if (part.part === 'missing' || part.part === 'unknown') return null;
    text += part.text;
  }
  return text;
}

/** The variables without a value, each once, in the order they come. */
export function missingVariables(parts: readonly MailPart[]): MailVariable[] {
  return [...new Set(parts.flatMap((part) => (part.part === 'missing' ? [part.variable] : [])))];
}

/** What stands in braces and is no variable, each once: a slip in the template. */
export function unknownNames(parts: readonly MailPart[]): string[] {
  return [...new Set(parts.flatMap((part) => (part.part === 'unknown' ? [part.name] : [])))];
}
