#pragma once
#include "ui/client/about.h"
#include "ui/client/service_launcher.h"
#include "ui/client/session_controller.h"
#include "ui/shell/preferences.h"

#include <QHash>
#include <QWidget>

#include <functional>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace wemo::ui {

class DemoAccounts;
class MessageBar;
class ServiceNotice;

/// User name, password, stay signed in; the demo company's accounts; language and theme. What is typed stays through
/// refusals, restarts of the service and changes of language.
class SignInPage final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SignInPage)

public:
    SignInPage(ApiClient &client, SessionController &sessions, ServiceLauncher *launcher, Preferences &preferences,
               QWidget *parent = nullptr);
    void setDemoAccounts(const QList<staff::DemoAccount> &accounts);
    /// Why the person is here again.
    void showReason(const QString &reason);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeCard();
    QWidget *makeForm();
    QWidget *makeFooter();
    void submit();
    void onRefused(const ApiError &error);
    using FieldSentence = std::function<QString()>; ///< asked again when the language changes
    void showFieldError(QLineEdit *field, QLabel *label, const FieldSentence &sentence);
    void retranslateErrors();
    void clearErrors();
    void follow();
    void retranslate();

    ApiClient &m_client;
    SessionController &m_sessions;
    Preferences &m_preferences;
    ServiceNotice *m_notice;
    MessageBar *m_bar;
    QLabel *m_brand;
    QLabel *m_title;
    QLabel *m_userLabel;
    QLineEdit *m_user;
    QLabel *m_userError;
    QLabel *m_passwordLabel;
    QLineEdit *m_password;
    QLabel *m_passwordError;
    QHash<QLineEdit *, FieldSentence> m_sentences; ///< of the fields that are wrong
    QCheckBox *m_stay;
    QLabel *m_stayNote;
    QPushButton *m_submit;
    DemoAccounts *m_demo;
    QPushButton *m_language;
    QPushButton *m_theme;
};

} // namespace wemo::ui
