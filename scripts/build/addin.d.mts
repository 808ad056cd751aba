/** Where office.js comes from: Microsoft's own address, and the one of its cloud in China. */
export const OFFICE_ADDRESSES: { readonly global: string; readonly china: string };
