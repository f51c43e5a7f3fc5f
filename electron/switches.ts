/**
 * Switches that open a running program to a bystander: a debugger, a log, a lowered wall. A released program that is
 * started with one of them leaves at once, before anything is opened.
 */

declare const __E2E_PACKAGE__: boolean;

const refusedNames = [
  /^remote-debugging/,
  /^remote-allow-origins$/,
  /^inspect/,
  /^debug/,
  /^js-flags$/,
  /^log-net-log$/,
  /^net-log/,
  /^enable-logging$/,
  /^log-file$/,
  /^v$/,
  /^vmodule$/,
  /^no-sandbox$/,
  /^disable-.*sandbox$/,
  /^no-zygote/,
  /^single-process$/,
  /^in-process-/,
  /^gpu-launcher$/,
  /-cmd-prefix$/,
  /^disable-web-security$/,
  /^disable-site-isolation/,
  /^allow-file-access/,
  /^allow-running-insecure-content$/,
  /^ignore-certificate-errors/,
  /^ssl-key-log-file$/,
  /^proxy-/,
  /^host-(resolver-)?rules$/,
  /^load-extension$/,
  /^enable-crash-reporter/,
  /^trace-/,
  /^enable-tracing/,
  /^headless$/,
  /^dump-/,
];

const refusedVariables = [
  'ELECTRON_ENABLE_LOGGING',
  'ELECTRON_LOG_FILE',
  'ELECTRON_RUN_AS_NODE',
  'SSLKEYLOGFILE',
];

/**
 * The first forbidden switch or environment variable, without its value; null when there is none. Chromium takes
 * `--name` and `-name` everywhere and `/name` on Windows, in any case of letters there.
 * @param args what follows the program's own name
 */
export function forbiddenSwitch(
  args: readonly string[],
  variables: Readonly<Record<string, string | undefined>>,
  platform: string,
): string | null {
  const windows = platform === 'win32';
  const prefix = windows ? /^(?:--?|\/)/ : /^--?/;
  for (const arg of args) {
    if (!prefix.test(arg)) continue;
    const name = (arg.replace(prefix, '').split('=')[0] ?? '').toLowerCase();
    if (refusedNames.some((refused) => refused.test(name))) return name;
  }
  return refusedVariables.find((name) => variables[name] !== undefined) ?? null;
}

/**
 * Whether this program must leave on a forbidden switch: always when released. The package that the end-to-end tests
 * drive is built with the constant on, since a test runner needs the debugger.
 */
export function refusesSwitches(packaged: boolean): boolean {
  return packaged && !__E2E_PACKAGE__;
}
