#pragma once
#include "models/core/result.h"

#include <QByteArray>

namespace wemo::runtime {

/// The service's keys, 32 bytes each; made once in local mode (file of mode 0600), given as a file in production.
/// Never on a command line, never in a log.
struct Secrets {
    QByteArray otpPepper;     ///< HMAC key of one-time codes
    QByteArray sealKey;       ///< XSalsa20-Poly1305 key of what is kept for a short time and must be read back
    QByteArray lookupKey;     ///< HMAC key by which encrypted or masked columns are found
    QByteArray webhookToken;  ///< printable; last part of the callback path
    QByteArray jwtSeed;       ///< printable JWK (private, P-256) that signs riders' access tokens
    QByteArray quoteKey = {}; ///< printable; lets the rent service ask for quotes. Empty: nobody gets in by a key
    QByteArray smsKey = {};   ///< likewise; lets other services send messages

    /// Reads the JSON file; with `create`, writes a new one (0600, atomically) where there is none.
    static Result<Secrets> load(const QString &path, bool create);
};

/// libsodium, initialised. Thread-safe.
QByteArray seal(const QByteArray &plain, const QByteArray &key);
Result<QByteArray> unseal(const QByteArray &sealed, const QByteArray &key);
QByteArray hmac(const QByteArray &data, const QByteArray &key); ///< HMAC-SHA-256, 32 bytes
bool sameSecret(const QByteArray &a, const QByteArray &b);      ///< in constant time
QByteArray randomBytes(int count);
QByteArray randomToken(int bytes = 32); ///< Base64url without padding
int randomBelow(int bound);             ///< uniform, from the CSPRNG

} // namespace wemo::runtime
