/** A refused login, as the token endpoint words it. */
export class OAuthRefusal extends Error {
  readonly code: string;
  readonly status: 400 | 401;

  constructor(code: string, description: string, status: 400 | 401 = 400) {
    super(description);
    this.name = 'OAuthRefusal';
    this.code = code;
    this.status = status;
  }
}
