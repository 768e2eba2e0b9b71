#include "ui/pages/auth/phone_screens.h"
#include "ui/pages/auth/rider_text.h"
#include "ui/widgets/properties.h"
#include "ui/widgets/time_text.h"
#include "ui/widgets/tokens.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpressionValidator>
#include <QVBoxLayout>

namespace wemo::pages::auth {

using Busy = LabFlow::Busy;

namespace {
constexpr int digits = 6;
}

CodeScreen::CodeScreen(LabFlow &flow, QWidget *parent)
    : PhoneScreen(flow, parent) {
    m_column->addSpacing(128); // the text message comes in over this
    m_title = addTitle();
    m_text = addText();
    m_code = addField(QStringLiteral("code"));
    m_code->setMaxLength(digits);
    m_code->setAlignment(Qt::AlignCenter);
    m_code->setValidator(new QRegularExpressionValidator(QRegularExpression(QStringLiteral("\\d*")), m_code));
    m_error = addError();
    m_continue = addButton(QStringLiteral("continue"));
    m_validity = addText();
    m_validity->setObjectName(QStringLiteral("codeValidity"));
    m_validity->setAlignment(Qt::AlignHCenter);
    m_resend = addLink(QStringLiteral("resend"));
    m_back = addLink(QStringLiteral("changeNumber"));
    m_column->addStretch();
    connect(m_back, &QPushButton::clicked, &m_flow, &LabFlow::startOver);
    connect(m_continue, &QPushButton::clicked, this, &CodeScreen::submit);
    connect(m_code, &QLineEdit::returnPressed, this, &CodeScreen::submit);
    connect(m_code, &QLineEdit::textEdited, this, &CodeScreen::onTyped);
    connect(m_code, &QLineEdit::textChanged, this, &CodeScreen::present);
    connect(m_resend, &QPushButton::clicked, &m_flow, &LabFlow::resend);
}

void CodeScreen::onTyped(const QString &text) {
    if (text.size() == digits)
        submit();
}

void CodeScreen::useCode(const QString &code) {
    m_code->setText(code);
    submit();
}

void CodeScreen::submit() {
    if (m_flow.busy() != Busy::Nothing)
        return;
    if (m_flow.isChallengeOver())
        return m_flow.askForCode(m_flow.number());
    if (m_flow.tmpToken())
        return m_flow.exchange();
    if (m_code->text().isEmpty())
        return;
    m_submitted = m_code->text();
    m_flow.verify(m_submitted);
}

/// A code that was refused does not stand in the way of the next; one that could not be checked stays.
void CodeScreen::forgetCode() {
    const bool refused = m_flow.problem() && (m_flow.problem()->code == u"wrong-code" || m_flow.isChallengeOver());
    if (m_flow.busy() == Busy::Nothing && !m_submitted.isEmpty() && (refused || m_flow.step() != LabFlow::Step::Code)) {
        m_submitted.clear();
        m_code->clear();
    }
}

void CodeScreen::present() {
    if (!m_flow.challenge())
        return m_code->clear();
    forgetCode();
    const Milliseconds valid = m_flow.challenge()->expiresAt - m_flow.now();
    const Milliseconds wait = m_flow.untilResend();
    const bool over = m_flow.isChallengeOver();
    const bool busy = m_flow.busy() != Busy::Nothing;
    m_back->setText(tr("Change number"));
    m_title->setText(tr("Enter the code"));
    m_text->setText(tr("We sent it to %1.").arg(m_flow.challenge()->maskedDestination));
    m_code->setAccessibleName(tr("Code from the text message"));
    m_code->setPlaceholderText(QStringLiteral("••••••"));
    QFont font = m_code->font();
    font.setLetterSpacing(QFont::AbsoluteSpacing, 6);
    m_code->setFont(font);
    m_code->setReadOnly(busy);
    m_continue->setText(busy ? tr("One moment…") : over ? tr("Get a new code") : tr("Continue"));
    m_continue->setEnabled(!busy && (over || m_flow.tmpToken() || m_code->text().size() == digits));
    if (over && m_code->hasFocus())
        m_continue->setFocus(Qt::OtherFocusReason);
    m_code->setEnabled(!over);
    m_validity->setText(valid > Milliseconds(0) ? tr("The code is valid for %1").arg(ui::remainingText(valid))
                                                : tr("The code has expired"));
    m_validity->setVisible(!over);
    m_resend->setVisible(!over);
    m_resend->setText(wait > Milliseconds(0) ? tr("Send again in %1").arg(ui::remainingText(wait)) : tr("Send again"));
    m_resend->setEnabled(!busy && wait <= Milliseconds(0) && m_flow.challenge()->sendsLeft > 0);
    showError(m_error);
    ui::setUiProperty(m_code, "invalid", m_error->isVisibleTo(this));
}

QWidget *CodeScreen::firstField() {
    return m_code;
}

} // namespace wemo::pages::auth
