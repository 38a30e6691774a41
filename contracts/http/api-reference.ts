/** Stands for the public address in the API reference: that is made when the desk is bundled, before it is known. */
export const ADDRESS_TO_COME = 'https://public-address.invalid';
