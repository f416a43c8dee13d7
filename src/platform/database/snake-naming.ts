import { DefaultNamingStrategy, type NamingStrategyInterface } from 'typeorm';

const snake = (camel: string): string =>
  camel.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);

/** `readyFrom` in code is `ready_from` in the database; table names are always given. */
export class SnakeNaming extends DefaultNamingStrategy implements NamingStrategyInterface {
  override columnName(property: string, custom: string | undefined, prefixes: string[]): string {
    return snake([...prefixes, custom ?? property].join('_'));
  }
}
