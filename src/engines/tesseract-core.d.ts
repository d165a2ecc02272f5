declare module "tesseract.js-core/tesseract-core-lstm.js" {
  const open: import("./tesseract-build.ts").OpenTesseractModule;
  export default open;
}

declare module "tesseract.js-core/tesseract-core-simd-lstm.js" {
  const open: import("./tesseract-build.ts").OpenTesseractModule;
  export default open;
}

declare module "@tesseract.js-data/chi_sim" {
  const data: { readonly code: string; readonly langPath: string };
  export default data;
}
