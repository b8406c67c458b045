/** The name of the program, as the files it makes give it; a build replaces only folders whose `archive.json` does. */
export const GENERATOR = 'Offprint';
