#include "ui/shell/sign_in_page.h"

#include "ui/shell/demo_accounts.h"
#include "ui/shell/service_notice.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/properties.h"

#include <QCheckBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace wemo::ui {

void SignInPage::setDemoAccounts(const QList<staff::DemoAccount> &accounts) {
    m_demo->setAccounts(accounts);
}

void SignInPage::showReason(const QString &reason) {
    if (reason.isEmpty())
        m_bar->clear();
    else
        m_bar->showMessage(Tone::Info, reason);
}

void SignInPage::submit() {
    clearErrors();
    if (m_user->text().trimmed().isEmpty()) {
        showFieldError(m_user, m_userError, [] { return tr("Enter your user name."); });
        return;
    }
    if (m_password->text().isEmpty()) {
        showFieldError(m_password, m_passwordError, [] { return tr("Enter your password."); });
        return;
    }
    m_sessions.signIn(m_user->text().trimmed(), m_password->text(), m_stay->isEnabled() && m_stay->isChecked());
}

void SignInPage::onRefused(const ApiError &error) {
    if (error.code == "wrong-credentials") {
        showFieldError(m_password, m_passwordError, [error] { return errorText(error).sentence; });
        m_password->selectAll();
        return;
    }
    bool shown = false;
    for (const FieldError &field : error.fields) {
        const bool user = field.path == "username";
        if (!user && field.path != "password")
            continue;
        showFieldError(user ? m_user : m_password, user ? m_userError : m_passwordError,
                       [field] { return fieldText(field); });
        shown = true;
    }
    if (!shown)
        m_bar->showError(error);
}

void SignInPage::showFieldError(QLineEdit *field, QLabel *label, const FieldSentence &sentence) {
    m_sentences.insert(field, sentence);
    label->setText(sentence());
    label->show();
    field->setAccessibleDescription(label->text());
    setUiProperty(field, "invalid", true);
    field->setFocus(Qt::OtherFocusReason);
}

void SignInPage::retranslateErrors() {
    for (const auto &[field, label] : {std::pair(m_user, m_userError), std::pair(m_password, m_passwordError)})
        if (const FieldSentence sentence = m_sentences.value(field)) {
            label->setText(sentence());
            field->setAccessibleDescription(label->text());
        }
}

void SignInPage::clearErrors() {
    m_bar->clear();
    m_sentences.clear();
    m_userError->hide();
    m_passwordError->hide();
    for (QLineEdit *field : {m_user, m_password}) {
        field->setAccessibleDescription({});
        setUiProperty(field, "invalid", false);
    }
}

void SignInPage::follow() {
    const bool reachable = m_client.state() == ConnectionState::SignedOut;
    m_submit->setEnabled(reachable && !m_sessions.isBusy());
    m_demo->setEnabled(reachable && !m_sessions.isBusy());
    m_submit->setText(m_sessions.isBusy() ? tr("Signing in…") : tr("Sign in"));
    const bool keyring = m_sessions.keyring() != SessionStore::Availability::Unavailable;
    m_stay->setEnabled(keyring);
    m_stayNote->setVisible(!keyring);
}

void SignInPage::retranslate() {
    setAccessibleName(tr("Sign in"));
    m_brand->setText(tr("WeMo Console"));
    m_title->setText(tr("Sign in"));
    m_userLabel->setText(tr("User name"));
    m_user->setAccessibleName(tr("User name"));
    m_passwordLabel->setText(tr("Password"));
    m_password->setAccessibleName(tr("Password"));
    m_stay->setText(tr("Stay signed in"));
    m_stay->setAccessibleName(tr("Stay signed in"));
    m_stayNote->setText(tr("This desktop has no keyring (Secret Service), so nothing is kept."));
    m_submit->setAccessibleName(tr("Sign in"));
    m_language->setText(Language::nameOf(m_preferences.languageCode()));
    m_language->setAccessibleName(tr("Language"));
    m_theme->setText(tr("Theme"));
    m_theme->setAccessibleName(tr("Theme"));
    retranslateErrors();
    follow();
}

void SignInPage::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void SignInPage::showEvent(QShowEvent *event) {
    QWidget::showEvent(event);
    (m_user->text().isEmpty() ? m_user : m_password)->setFocus(Qt::OtherFocusReason);
}

} // namespace wemo::ui
