#pragma once
#include "ui/pages/auth/lab_flow.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace wemo::pages::auth {

/// One screen of the rider's app on the virtual phone. Shows the flow, says what the rider wants through it.
class PhoneScreen : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PhoneScreen)

public:
    explicit PhoneScreen(LabFlow &flow, QWidget *parent = nullptr);
    /// The flow, the language or the clock moved on.
    virtual void present() = 0;
    /// Where typing goes when the screen comes up.
    virtual QWidget *firstField() = 0;

protected:
    QLabel *addTitle();
    QLabel *addText();
    QLineEdit *addField(const QString &name);
    QLabel *addError();
    QPushButton *addButton(const QString &name);
    QPushButton *addLink(const QString &name);
    void showError(QLabel *label);

    LabFlow &m_flow;
    QVBoxLayout *m_column;
};

class NumberScreen final : public PhoneScreen {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NumberScreen)

public:
    explicit NumberScreen(LabFlow &flow, QWidget *parent = nullptr);
    void present() override;
    QWidget *firstField() override;
    void setNumber(const QString &number);

private:
    void submit();
    QLabel *m_brand;
    QLabel *m_title;
    QLabel *m_text;
    QLineEdit *m_number;
    QLabel *m_error;
    QPushButton *m_ask;
};

class CodeScreen final : public PhoneScreen {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CodeScreen)

public:
    explicit CodeScreen(LabFlow &flow, QWidget *parent = nullptr);
    void present() override;
    QWidget *firstField() override;
    /// Tapped in the SMS: fills it in and goes on.
    void useCode(const QString &code);

private:
    void submit();
    void onTyped(const QString &text);
    void forgetCode();
    QPushButton *m_back;
    QLabel *m_title;
    QLabel *m_text;
    QLineEdit *m_code;
    QLabel *m_error;
    QPushButton *m_continue;
    QLabel *m_validity;
    QPushButton *m_resend;
    QString m_submitted; ///< the code that was checked last; it goes when it was wrong
};

class SignedInScreen final : public PhoneScreen {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SignedInScreen)

public:
    explicit SignedInScreen(LabFlow &flow, QWidget *parent = nullptr);
    void present() override;
    QWidget *firstField() override;

private:
    QLabel *m_mark;
    QLabel *m_title;
    QLabel *m_text;
    QLabel *m_validity;
    QLabel *m_error;
    QPushButton *m_refresh;
    QPushButton *m_signOut;
};

} // namespace wemo::pages::auth
