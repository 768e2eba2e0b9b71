#pragma once
#include "models/sms/message.h"

#include <QFrame>

class QGridLayout;
class QLabel;

namespace wemo::pages::sms {

/// Why a message did or did not arrive, tinted by its state: in words, what can be done, and beside one another what
/// the gateway said, what we call it, and what the one who asked for the message is told.
class WhyBox final : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WhyBox)

public:
    explicit WhyBox(QWidget *parent = nullptr);
    void setMessage(const wemo::sms::Message &message);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Fact {
        QLabel *name;
        QLabel *value;
    };
    Fact addFact(const char *name, int column);
    void fill();

    std::optional<wemo::sms::Message> m_message;
    QLabel *m_sentence;
    QLabel *m_advice;
    QWidget *m_facts;
    QGridLayout *m_grid;
    Fact m_code;
    Fact m_reason;
    Fact m_caller;
};

} // namespace wemo::pages::sms
