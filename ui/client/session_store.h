#pragma once
#include "models/core/result.h"

#include <QFuture>
#include <QObject>

#include <optional>

namespace wemo::ui {

/// "Stay signed in": keeps a refresh token in the desktop's Secret Service (QtKeychain), a server a key. Without a
/// Secret Service it says so and keeps nothing: there is no fallback to a file.
class SessionStore final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SessionStore)

public:
    enum class Availability { Unknown, Available, Unavailable };

    explicit SessionStore(QObject *parent = nullptr);
    /// Nothing when none is kept; an error when there is no Secret Service. Jobs run one after another.
    QFuture<Result<std::optional<QString>>> load(const QString &key);
    QFuture<Result<void>> save(const QString &key, const QString &refreshToken);
    QFuture<Result<void>> forget(const QString &key);
    /// Known after the first job.
    Availability availability() const { return m_availability; }

Q_SIGNALS:
    void availabilityChanged(wemo::ui::SessionStore::Availability availability);

private:
    void note(bool available);
    Availability m_availability = Availability::Unknown;
};

} // namespace wemo::ui
