import { readDateLine } from './dates.ts';
import * as known from './mailing-lines.ts';
import type { Block, DateLine } from './types.ts';

/** What a piece of a mailing is; a value is that of a field other than the title. */
export type Kind = 'frame' | 'title' | 'value' | 'unknown';
/** Neighbouring lines that are one thing. */
export interface Piece {
  readonly kind: Kind;
  readonly lines: Block[];
}
/** A record while it is read; see `MailingRecord`. */
export interface OpenRecord {
  readonly line: number;
  readonly column: number;
  readonly fields: Map<string, Piece>;
  /** Lines. */
  readonly abstract: Block[];
  isReplacement: boolean;
  isClosed: boolean;
}

/** Takes a mailing apart, one line after the other. */
export class MailingReader {
  /** All but the abstracts. */
  readonly pieces: Piece[] = [];
  readonly records: OpenRecord[] = [];
  readonly dateLines: DateLine[] = [];
  readonly unindented: Block[] = [];
  private place: 'outside' | 'subjects' | 'fields' | 'abstract' = 'outside';
  /** What the next line may go on with: a field, or the name of one that has no value yet. */
  private field: Piece | string | undefined;
  private last: Block | undefined;

  /** Reads a line that is not blank; `next` is the next one of that kind. */
  read(line: Block, next: Block | undefined): void {
    const { text } = line;
    const isInside = this.place === 'fields' || this.place === 'abstract';
    if (text === known.DELIMITER && startsRecord(next, isInside)) {
      this.add('frame', line);
      this.open(line);
    } else if (known.RULE.test(text)) this.leave(line);
    else if (!isInside) this.readOutside(line);
    else if (known.END.test(text)) this.readDelimiter(line);
    else if (this.place === 'fields') this.readField(line);
    else this.records.at(-1)?.abstract.push(line);
    this.last = line;
  }

  private open({ line, column }: Block): void {
    const parts = { fields: new Map<string, Piece>(), abstract: [] };
    this.records.push({ line, column, ...parts, isReplacement: false, isClosed: false });
    this.place = 'fields';
  }

  private leave(line: Block): void {
    this.add('frame', line);
    this.place = 'outside';
  }

  private readOutside(line: Block): void {
    const date = known.receivedLine(line) ?? readDateLine(line);
    const context = {
      isAboveRecords: this.records.length === 0,
      isSubjects: this.place === 'subjects',
    };
    const frame = known.frameOf(line, context);
    if (known.ID.test(line.text) || known.fieldOf(line.text)?.name === 'title') {
      // The delimiter above it is missing.
      this.open(line);
      this.readField(line);
    } else if (date) {
      this.dateLines.push(date);
      this.leave(line);
    } else if (frame) {
      this.add('frame', line);
      this.place = frame === 'frame' ? 'outside' : 'subjects';
    } else this.addUnknown(line);
  }

  private readDelimiter(line: Block): void {
    this.add('frame', line);
    const record = this.records.at(-1);
    if (this.place === 'fields' && line.text === known.DELIMITER) this.place = 'abstract';
    else {
      if (record) record.isClosed = true;
      this.place = 'outside';
    }
  }

  private readField(line: Block): void {
    const { text } = line;
    const record = this.records.at(-1);
    const id = known.ID.exec(text)?.[1];
    const named = known.fieldOf(text);
    const isBelow = this.last?.line === line.line - 1;
    if (id !== undefined) this.addField('arxiv', line, text.indexOf(id, text.indexOf(':')), id);
    else if (named) this.addField(named.name, line, named.start);
    else if (record && known.REPLACED.test(text)) {
      this.add('frame', line);
      record.isReplacement = true;
    } else if (!isBelow || !this.field || (known.ANY_FIELD.test(text) && line.column === 1))
      this.addUnknown(line);
    else this.goOn(this.field, line);
  }

  private goOn(field: Piece | string, line: Block): void {
    const isUnknown = typeof field === 'object' && field.kind === 'unknown';
    if (line.column === 1 && !isUnknown) this.unindented.push(line);
    if (typeof field === 'object') field.lines.push(line);
    else this.addValue(field, line);
  }

  /** A value starts behind the name of its field, or on the line below it. */
  private addField(name: string, line: Block, start: number, text = line.text.slice(start)): void {
    if (this.records.at(-1)?.fields.has(name)) this.addUnknown(line);
    else if (text !== '') this.addValue(name, { ...line, text, column: start + 1 });
    else {
      this.add('frame', line);
      this.field = name;
    }
  }

  private addValue(name: string, value: Block): void {
    const piece = this.add(name === 'title' ? 'title' : 'value', value);
    this.records.at(-1)?.fields.set(name, piece);
    this.field = piece;
  }

  private addUnknown(line: Block): void {
    const piece = this.pieces.at(-1);
    const isSame = piece?.kind === 'unknown' && this.last?.line === line.line - 1;
    if (isSame) piece.lines.push(line);
    else this.field = this.add('unknown', line);
  }

  private add(kind: Kind, line: Block): Piece {
    const piece = { kind, lines: [line] };
    this.pieces.push(piece);
    this.field = undefined;
    return piece;
  }
}

/** Whether a line below a delimiter is the first of a record; within one, only an id is certain to be. */
function startsRecord(line: Block | undefined, isInside: boolean): boolean {
  if (line === undefined) return false;
  return known.ID.test(line.text) || (!isInside && known.fieldOf(line.text) !== undefined);
}
