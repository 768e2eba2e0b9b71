#pragma once
#include "models/auth/challenge.h"
#include "ui/client/api_client.h"

#include <QObject>
#include <QTimer>

namespace wemo::pages::auth {

/// A rider's sign-in as the app on the phone does it, without a staff token; and the handset's inbox, which staff may
/// see. No widgets. What was reached stays when the service goes away and comes back.
class LabFlow final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LabFlow)

public:
    enum class Step { Number, Code, SignedIn };
    enum class Busy { Nothing, Asking, Resending, Checking, Exchanging, Refreshing };

    LabFlow(ui::ApiClient &client, std::function<Instant()> now, QObject *parent = nullptr);

    Step step() const { return m_step; }
    Busy busy() const { return m_busy; }
    const QString &number() const { return m_number; }
    const QString &deviceId() const { return m_deviceId; }
    const std::optional<wemo::auth::Challenge> &challenge() const { return m_challenge; }
    const std::optional<wemo::auth::TmpToken> &tmpToken() const { return m_tmpToken; }
    const std::optional<wemo::auth::AccessGrant> &grant() const { return m_grant; }
    const std::optional<ui::ApiError> &problem() const { return m_problem; }
    /// The challenge takes no more codes: expired, locked or used.
    bool isChallengeOver() const { return m_challengeOver; }
    /// Newest first.
    const QList<wemo::auth::HandsetMessage> &inbox() const { return m_inbox; }
    /// False: the gateway is a real one, its messages arrive on real handsets only.
    bool hasHandset() const { return m_hasHandset; }
    Milliseconds untilResend() const;
    Instant now() const { return m_now(); }
    ui::ExchangeRecorder &recorder() { return m_recorder; }

    void setDeviceId(const QString &deviceId);
    void askForCode(const QString &number);
    void resend();
    /// Checks the code and goes on to the access token.
    void verify(const QString &code);
    void exchange();
    void refreshGrant();
    /// Back to the number, which stays; the device stays too.
    void startOver();

Q_SIGNALS:
    void changed();
    void messageArrived(const wemo::auth::HandsetMessage &message);

private:
    template <typename T, typename Then>
    void follow(QFuture<ui::ApiResult<T>> answer, Then then);
    ui::RequestOptions asRider();
    QString challengePath(const char *action) const;
    void begin(Busy busy);
    void onChallenge(const wemo::auth::Challenge &challenge);
    void noteProblem(const ui::ApiError &error);
    void poll();
    void onInbox(const ui::ApiResult<QList<wemo::auth::HandsetMessage>> &messages);

    ui::ApiClient &m_client;
    std::function<Instant()> m_now;
    ui::ExchangeRecorder m_recorder;
    Step m_step = Step::Number;
    Busy m_busy = Busy::Nothing;
    QString m_number;
    QString m_deviceId;
    QString m_idempotencyKey; ///< one for each wish for a code, kept over retries
    Instant m_askedAt{};
    std::optional<wemo::auth::Challenge> m_challenge;
    std::optional<wemo::auth::TmpToken> m_tmpToken;
    std::optional<wemo::auth::AccessGrant> m_grant;
    std::optional<ui::ApiError> m_problem;
    QList<wemo::auth::HandsetMessage> m_inbox;
    bool m_challengeOver = false;
    bool m_hasHandset = true;
    bool m_polling = false;
    quint64 m_epoch = 0;
    QTimer m_pollTimer;
};

} // namespace wemo::pages::auth
