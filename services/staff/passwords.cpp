#include "services/staff/passwords.h"

#include "services/runtime/seal.h"

#include <sodium.h>

namespace wemo::staff {

namespace {
class Place {
public:
    explicit Place(std::counting_semaphore<2> &places)
        : m_places(places) {
        m_places.acquire();
    }
    ~Place() { m_places.release(); }
    Q_DISABLE_COPY_MOVE(Place)

private:
    std::counting_semaphore<2> &m_places;
};
} // namespace

QString Passwords::hash(const QString &password) {
    const Place place(m_places);
    const QByteArray utf8 = password.toUtf8();
    char text[crypto_pwhash_STRBYTES];
    if (crypto_pwhash_argon2id_str(text, utf8.constData(), static_cast<unsigned long long>(utf8.size()),
                                   m_options.operations, m_options.memory) != 0)
        qFatal("no memory for a password hash");
    return QString::fromLatin1(text);
}

bool Passwords::verify(const QString &password, const QString &hash) {
    const Place place(m_places);
    const QByteArray utf8 = password.toUtf8();
    return crypto_pwhash_argon2id_str_verify(hash.toLatin1().constData(), utf8.constData(),
                                             static_cast<unsigned long long>(utf8.size())) == 0;
}

bool Passwords::verifyNobody(const QString &password) {
    std::call_once(m_nobodyMade, [this] { m_nobody = hash(QString::fromLatin1(runtime::randomToken())); });
    verify(password, m_nobody);
    return false;
}

} // namespace wemo::staff
