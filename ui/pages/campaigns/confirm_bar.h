#pragma once
#include <QFrame>

class QLabel;
class QLineEdit;
class QPushButton;

namespace wemo::pages::campaigns {

/// Asks before many prices change at once: what happens to how many plans, a note, and the verb on the button. Stands
/// above what it is about, never in front of it.
class ConfirmBar final : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConfirmBar)

public:
    struct Question {
        QString text;
        QString verb;
        bool isDangerous = false;
        bool needsNote = false; ///< nothing is done without one
        QString before = {};    ///< a second button, for what one may want to do first
    };
    explicit ConfirmBar(QWidget *parent = nullptr);
    void ask(const Question &question);
    QString note() const;

Q_SIGNALS:
    void confirmed(const QString &note);
    void beforeRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    bool m_needsNote = false;
    QLabel *m_text;
    QLineEdit *m_note;
    QPushButton *m_before;
    QPushButton *m_cancel;
    QPushButton *m_confirm;
};

} // namespace wemo::pages::campaigns
