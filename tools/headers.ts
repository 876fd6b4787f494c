/**
 * The headers a production server sends with every file (docs/deploy.md says why, and which files need more). The
 * tests' server sends them too, so that a policy too strict for the add-in fails a test.
 */
const excelOnTheWeb = [
  "https://*.officeapps.live.com",
  "https://*.office.com",
  "https://*.office365.com",
  "https://*.microsoft365.com",
  "https://*.sharepoint.com",
];

/** Each directive with its sources. */
export const contentSecurityPolicy: Readonly<Record<string, string>> = {
  "default-src": "'self'",
  "script-src": "'self' https://appsforoffice.microsoft.com",
  "style-src": "'self' 'unsafe-inline'",
  "img-src": "'self' data:",
  "font-src": "'self'",
  "connect-src": "'self' https://*.office.com https://*.office.net https://*.microsoft.com",
  "frame-ancestors": `'self' ${excelOnTheWeb.join(" ")}`,
  "base-uri": "'self'",
  "object-src": "'none'",
  "form-action": "'none'",
};

export const securityHeaders: Readonly<Record<string, string>> = {
  "Content-Security-Policy": Object.entries(contentSecurityPolicy)
    .map((directive) => directive.join(" "))
    .join("; "),
  "X-Content-Type-Options": "nosniff",
  "Strict-Transport-Security": "max-age=31536000",
  "Referrer-Policy": "no-referrer",
};
