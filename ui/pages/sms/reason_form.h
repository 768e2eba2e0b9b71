#pragma once
#include <QWidget>

#include <functional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace wemo::pages::sms {

/// Asks why, before something is done that others will want to know the reason of: what will happen, a reason, the verb
/// on the button. Stands where it was asked for; nothing is done without a reason.
class ReasonForm final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReasonForm)

public:
    struct Question {
        QString text;
        QString verb;
        bool isDangerous = false;
        QString example = {}; ///< of a reason; one of a rider who called, where there is none
    };
    explicit ReasonForm(QWidget *parent = nullptr);
    void ask(const Question &question, std::function<void(const QString &reason)> confirmed);
    void close();
    void setBusy(bool busy);

Q_SIGNALS:
    /// Somebody thought better of it.
    void closed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void follow();
    void retranslate();

    std::function<void(const QString &)> m_confirmed;
    bool m_busy = false;
    QLabel *m_text;
    QLabel *m_label;
    QLineEdit *m_reason;
    QPushButton *m_confirm;
    QPushButton *m_cancel;
};

} // namespace wemo::pages::sms
