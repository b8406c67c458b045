import { createHash, generateKeyPairSync, sign } from 'node:crypto';

/** A certificate and its key, both as PEM. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/**
 * A certificate of its own making for an IPv4 address (X.509, RFC 5280), valid from 2020 to 2049: Node
 * reads certificates but makes none, and a key that lies among the tests would look like one that leaked.
 */
export function selfSigned(address: string): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const algorithm = sequence(Buffer.from('06082a8648ce3d040302', 'hex')); // ecdsa-with-SHA256
  const name = sequence(
    der(
      0x31,
      sequence(Buffer.from('0603550403', 'hex'), der(0x0c, Buffer.from('Invented server'))),
    ),
  );
  const altName = sequence(der(0x87, Buffer.from(address.split('.').map(Number))));
  const extension = sequence(Buffer.from('0603551d11', 'hex'), der(0x04, altName));
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, createHash('sha1').update(spki).digest().fill(1, 0, 1)),
    algorithm,
    name,
    sequence(der(0x17, Buffer.from('200101000000Z')), der(0x17, Buffer.from('491231235959Z'))),
    name,
    spki,
    der(0xa3, sequence(extension)),
  );
  const signature = Buffer.concat([Buffer.from([0]), sign('sha256', body, privateKey)]);
  const certificate = sequence(body, algorithm, der(0x03, signature));
  const lines = certificate.toString('base64').replace(/.{64}/g, '$&\n');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  };
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return der(0x30, Buffer.concat(parts));
}

/** A value with its tag and length (X.690, section 8.1). */
function der(tag: number, value: Buffer): Buffer {
  const { length } = value;
  const size =
    length < 0x80
      ? [length]
      : length < 0x100
        ? [0x81, length]
        : [0x82, Math.floor(length / 0x100), length % 0x100];
  return Buffer.concat([Buffer.from([tag, ...size]), value]);
}
