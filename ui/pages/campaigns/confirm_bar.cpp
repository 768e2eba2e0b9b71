#include "ui/pages/campaigns/confirm_bar.h"

#include "ui/widgets/properties.h"
#include "ui/widgets/tokens.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace wemo::pages::campaigns {

namespace {
constexpr int longestNote = 1000;
}

ConfirmBar::ConfirmBar(QWidget *parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
    , m_note(new QLineEdit(this))
    , m_before(new QPushButton(this))
    , m_cancel(new QPushButton(this))
    , m_confirm(new QPushButton(this)) {
    setObjectName(QStringLiteral("confirmBar"));
    setProperty("ui", "message-bar");
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 8, 8);
    row->setSpacing(8);
    m_text->setObjectName(QStringLiteral("confirmText"));
    m_text->setWordWrap(true);
    m_note->setObjectName(QStringLiteral("confirmNote"));
    m_note->setMaxLength(longestNote);
    m_note->setMaximumWidth(220);
    m_before->setObjectName(QStringLiteral("confirmBefore"));
    m_cancel->setObjectName(QStringLiteral("confirmCancel"));
    m_confirm->setObjectName(QStringLiteral("confirmYes"));
    row->addWidget(m_text, 1);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_note, m_before, m_cancel, m_confirm})
        row->addWidget(widget);
    connect(m_confirm, &QPushButton::clicked, this, [this] { Q_EMIT confirmed(note()); });
    connect(m_note, &QLineEdit::textChanged, this,
            [this] { m_confirm->setEnabled(!m_needsNote || !note().isEmpty()); });
    connect(m_note, &QLineEdit::returnPressed, m_confirm, &QPushButton::click);
    connect(m_before, &QPushButton::clicked, this, &ConfirmBar::beforeRequested);
    connect(m_cancel, &QPushButton::clicked, this, &QWidget::hide);
    retranslate();
    hide();
}

void ConfirmBar::ask(const Question &question) {
    m_text->setText(question.text);
    m_confirm->setText(question.verb);
    ui::setUiProperty(m_confirm, "ui", question.isDangerous ? "danger" : "primary");
    ui::setUiProperty(this, "tone", static_cast<int>(ui::Tone::Warning));
    m_before->setText(question.before);
    m_before->setVisible(!question.before.isEmpty());
    m_needsNote = question.needsNote;
    m_note->setPlaceholderText(m_needsNote ? tr("Say why") : tr("Note (optional)"));
    m_note->clear();
    m_confirm->setEnabled(!m_needsNote);
    show();
    m_note->setFocus();
}

QString ConfirmBar::note() const {
    return m_note->text().trimmed();
}

void ConfirmBar::changeEvent(QEvent *event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        hide(); // its words were made when it was asked
    }
}

void ConfirmBar::retranslate() {
    m_cancel->setText(tr("Cancel"));
    m_note->setAccessibleName(tr("Note"));
}

} // namespace wemo::pages::campaigns
