#include "services/runtime/seal.h"

#include <sodium.h>

namespace wemo::runtime {

namespace {
void ready() {
    static const int done = sodium_init();
    if (done < 0)
        qFatal("libsodium cannot start");
}

unsigned char *bytes(QByteArray &array) {
    return reinterpret_cast<unsigned char *>(array.data());
}
const unsigned char *bytes(const QByteArray &array) {
    return reinterpret_cast<const unsigned char *>(array.constData());
}
unsigned long long length(const QByteArray &array) {
    return static_cast<unsigned long long>(array.size());
}

void requireKey(const QByteArray &key) {
    if (key.size() != crypto_secretbox_KEYBYTES)
        qFatal("a key of %lld bytes where 32 are needed", static_cast<long long>(key.size()));
}
} // namespace

QByteArray seal(const QByteArray &plain, const QByteArray &key) {
    requireKey(key);
    QByteArray sealed = randomBytes(crypto_secretbox_NONCEBYTES);
    sealed.resize(sealed.size() + crypto_secretbox_MACBYTES + plain.size());
    unsigned char *nonce = bytes(sealed);
    crypto_secretbox_easy(nonce + crypto_secretbox_NONCEBYTES, bytes(plain), length(plain), nonce, bytes(key));
    return sealed;
}

Result<QByteArray> unseal(const QByteArray &sealed, const QByteArray &key) {
    requireKey(key);
    constexpr qsizetype overhead = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;
    QByteArray plain(qMax<qsizetype>(0, sealed.size() - overhead), '\0');
    const bool opened =
        sealed.size() >= overhead &&
        crypto_secretbox_open_easy(bytes(plain), bytes(sealed) + crypto_secretbox_NONCEBYTES,
                                   length(sealed) - crypto_secretbox_NONCEBYTES, bytes(sealed), bytes(key)) == 0;
    if (!opened)
        return failure(ErrorKind::Internal, "unseal-failed", "A stored value could not be read.",
                       "sealed with another key, or damaged");
    return plain;
}

QByteArray hmac(const QByteArray &data, const QByteArray &key) {
    ready();
    QByteArray result(crypto_auth_hmacsha256_BYTES, '\0');
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, bytes(key), static_cast<size_t>(key.size()));
    crypto_auth_hmacsha256_update(&state, bytes(data), length(data));
    crypto_auth_hmacsha256_final(&state, bytes(result));
    return result;
}

bool sameSecret(const QByteArray &a, const QByteArray &b) {
    ready();
    // The length of a secret is no secret; its content is.
    return a.size() == b.size() && sodium_memcmp(a.constData(), b.constData(), static_cast<size_t>(a.size())) == 0;
}

QByteArray randomBytes(int count) {
    ready();
    QByteArray result(count, '\0');
    randombytes_buf(result.data(), static_cast<size_t>(count));
    return result;
}

QByteArray randomToken(int count) {
    return randomBytes(count).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

int randomBelow(int bound) {
    ready();
    return static_cast<int>(randombytes_uniform(static_cast<quint32>(bound)));
}

} // namespace wemo::runtime
