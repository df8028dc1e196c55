/** Why a file is never published: a server could run it, readers’ machines could, it holds a key or password, or data of a system. */
export type Never = 'server' | 'machine' | 'secret' | 'dump'

/** What is never published as it is, by the name of its file. */
const never: readonly (readonly [why: Never, name: RegExp])[] = [
  // Some servers run `x.php.jpg`, too.
  [
    'server',
    /\.(?:php\d?|phtml|phar|pht)(?:\.|$)|\.(?:shtml?|stm|aspx?|ashx|asmx|asa|jspx?|cgi|pl|py|rb|cfm|ini|config)$/i,
  ],
  ['machine', /\.(?:exe|msi|bat|cmd|com|scr|pif|vbs|vbe|wsf|ps1|jar|dll|swf|hta|lnk|reg|sh)$/i],
  [
    'secret',
    /^(?:id_(?:rsa|dsa|ecdsa|ed25519)|\.?env|\.?htpasswd|wp-config.*)$|\.(?:pem|key|ppk|pfx|p12|jks|kdbx|env)$|^env\./i,
  ],
  ['dump', /\.(?:sql|bak|dump|sqlite3?|db|mdb)(?:\.(?:gz|zip|bz2|xz|7z|rar))?$|^backup.*\.(?:zip|tar|t?gz|rar|7z)$/i],
]

/** Why a file of this name is never published; null if it may be. */
export const neverOf = (name: string): Never | null => never.find(([, names]) => names.test(name))?.[0] ?? null
