/** Stands for a package that the SDK imports and the functions never reach. */
export {};
