#pragma once
#include "ui/client/api_client.h"
#include "ui/client/session_store.h"

namespace wemo::ui {

/// Signing in and out, and staying signed in: keeps the newest refresh token in the store while the person wants that.
class SessionController final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SessionController)

public:
    /// `storeKey` names the server in the keyring.
    SessionController(ApiClient &client, SessionStore &store, QString storeKey, QObject *parent = nullptr);

    /// Tries the kept session, if there is one, as soon as the service answers. Call once.
    void restore();
    void signIn(const QString &username, const QString &password, bool staySignedIn);
    void signOut();
    bool isBusy() const { return m_busy; }
    bool staysSignedIn() const { return m_stay; }
    SessionStore::Availability keyring() const { return m_store.availability(); }

Q_SIGNALS:
    void busyChanged(bool busy);
    void refused(const wemo::ui::ApiError &error);
    void keyringChanged();

private:
    void onSession(const std::optional<staff::Session> &session);
    void tryKept();
    void setBusy(bool busy);

    ApiClient &m_client;
    SessionStore &m_store;
    QString m_storeKey;
    QString m_kept;
    bool m_stay = false;
    bool m_busy = false;
};

} // namespace wemo::ui
