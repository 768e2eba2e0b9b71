#include "ui/client/session_controller.h"

namespace wemo::ui {

SessionController::SessionController(ApiClient &client, SessionStore &store, QString storeKey, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_store(store)
    , m_storeKey(std::move(storeKey)) {
    connect(&client, &ApiClient::sessionChanged, this, &SessionController::onSession);
    connect(&client, &ApiClient::stateChanged, this, &SessionController::tryKept);
    connect(&store, &SessionStore::availabilityChanged, this, &SessionController::keyringChanged);
}

void SessionController::restore() {
    m_store.load(m_storeKey).then(this, [this](const Result<std::optional<QString>> &kept) {
        m_kept = kept ? kept->value_or(QString()) : QString();
        tryKept();
    });
}

void SessionController::tryKept() {
    if (m_kept.isEmpty() || m_busy || m_client.state() != ConnectionState::SignedOut)
        return;
    setBusy(true);
    RequestOptions options;
    options.withSession = false;
    m_client.post("/api/v1/session/refresh", {{"refresh_token", m_kept}}, staff::sessionFromJson, options)
        .then(this, [this](const ApiResult<staff::Session> &answer) {
            setBusy(false);
            if (answer) {
                m_stay = true;
                m_kept.clear();
                m_client.setSession(*answer);
            } else if (answer.error().status >= 400 && answer.error().status < 500) {
                m_kept.clear();
                m_store.forget(m_storeKey);
            }
        });
}

void SessionController::signIn(const QString &username, const QString &password, bool staySignedIn) {
    if (m_busy)
        return;
    setBusy(true);
    m_kept.clear();
    RequestOptions options;
    options.withSession = false;
    m_client.post("/api/v1/session", {{"username", username}, {"password", password}}, staff::sessionFromJson, options)
        .then(this, [this, staySignedIn](const ApiResult<staff::Session> &answer) {
            setBusy(false);
            if (!answer) {
                Q_EMIT refused(answer.error());
                return;
            }
            m_stay = staySignedIn;
            m_client.setSession(*answer);
        });
}

void SessionController::signOut() {
    // Told to the service with the last token, forgotten here whatever it answers.
    m_client.del("/api/v1/session");
    m_client.endSession({});
}

void SessionController::onSession(const std::optional<staff::Session> &session) {
    if (session && m_stay) {
        m_store.save(m_storeKey, session->refreshToken);
    } else if (!session && m_stay) {
        m_stay = false;
        m_store.forget(m_storeKey);
    }
}

void SessionController::setBusy(bool busy) {
    m_busy = busy;
    Q_EMIT busyChanged(busy);
}

} // namespace wemo::ui
