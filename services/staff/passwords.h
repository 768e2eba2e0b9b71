#pragma once
#include <QByteArray>
#include <QString>

#include <mutex>
#include <semaphore>

namespace wemo::staff {

struct PasswordOptions {
    unsigned long long operations = 2; ///< argon2id passes
    std::size_t memory = 64U << 20;    ///< bytes for one hash
};

/// argon2id of libsodium. At most two hashes are made at a time, so that sign-ins cannot take the machine's memory.
/// Thread-safe.
class Passwords {
public:
    explicit Passwords(PasswordOptions options = {})
        : m_options(options) {}

    QString hash(const QString &password);
    bool verify(const QString &password, const QString &hash);
    /// Takes as long as verify() and is never true: for names that do not exist.
    bool verifyNobody(const QString &password);

private:
    PasswordOptions m_options;
    std::counting_semaphore<2> m_places{2};
    std::once_flag m_nobodyMade;
    QString m_nobody; ///< the hash of a password no one knows
};

} // namespace wemo::staff
