#pragma once
#include "ui/pages/delivery/delivery_watch.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace wemo::pages::delivery {

/// What a person should look at, a line each: alarms that last, and prefixes nothing is sent to. Hidden while there is
/// nothing.
class AlarmList final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AlarmList)

public:
    explicit AlarmList(std::function<Instant()> now, QWidget *parent = nullptr);
    /// Whether whoever looks may send again.
    void setMayLift(bool may);
    void setPicture(const Picture &picture);
    /// An answer came: the open question goes, or says why not.
    void setLifted(const QString &prefix);
    void setRefused(const QString &prefix, const QString &why);
    /// Closes an open question; false when there was none.
    bool closeQuestion();

Q_SIGNALS:
    void messagesRequested(const wemo::delivery::Alarm &alarm);
    void liftRequested(const QString &prefix, const QString &reason);

protected:
    void changeEvent(QEvent *event) override;

private:
    class Line;
    void rebuild();
    void addAlarm(const wemo::delivery::Alarm &alarm);
    void addBreaker(const wemo::delivery::Breaker &breaker);
    void ask(const QString &prefix);
    void buildQuestion();
    void sayQuestion();

    std::function<Instant()> m_now;
    bool m_mayLift = false;
    std::optional<Picture> m_picture;
    QString m_asked; ///< prefix the question is about
    QVBoxLayout *m_lines;
    QFrame *m_question;
    QLabel *m_questionText;
    QLineEdit *m_reason;
    QPushButton *m_confirm;
    QPushButton *m_cancel;
    QLabel *m_refused;
};

} // namespace wemo::pages::delivery
