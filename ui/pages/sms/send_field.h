#pragma once
#include <QWidget>

class QLabel;

namespace wemo::pages::sms {

/// One field of a form: its name above, what is wrong with it below.
class SendField final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SendField)

public:
    /// Owns the input from now on.
    SendField(QWidget *input, QWidget *parent = nullptr);
    void setName(const QString &name);
    /// Empty: nothing is wrong.
    void setError(const QString &text);
    bool hasError() const;
    QWidget *input() const { return m_input; }

private:
    QWidget *m_input;
    QLabel *m_name;
    QLabel *m_error;
};

} // namespace wemo::pages::sms
