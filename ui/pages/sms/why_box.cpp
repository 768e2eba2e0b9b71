#include "ui/pages/sms/why_box.h"

#include "ui/pages/sms/error_words.h"
#include "ui/pages/sms/reason_text.h"
#include "ui/pages/sms/state_text.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace wemo::pages::sms {

using wemo::sms::Message;

WhyBox::WhyBox(QWidget *parent)
    : QFrame(parent)
    , m_sentence(new QLabel(this))
    , m_advice(new QLabel(this))
    , m_facts(new QWidget(this))
    , m_grid(new QGridLayout(m_facts)) {
    setObjectName(QStringLiteral("why"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 10);
    column->setSpacing(4);
    m_sentence->setObjectName(QStringLiteral("whySentence"));
    m_sentence->setFont(ui::uiFont(ui::TextSize::Body, QFont::DemiBold));
    m_advice->setObjectName(QStringLiteral("whyAdvice"));
    for (QLabel *label : {m_sentence, m_advice}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        column->addWidget(label);
    }
    m_grid->setContentsMargins(0, 8, 0, 0);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(2);
    m_code = addFact("whyCode", 0);
    m_reason = addFact("whyReason", 1);
    m_caller = addFact("whyCaller", 2);
    column->addWidget(m_facts);
}

WhyBox::Fact WhyBox::addFact(const char *name, int column) {
    const Fact fact{new QLabel(m_facts), new QLabel(m_facts)};
    fact.name->setProperty("ui", "small");
    fact.value->setObjectName(QLatin1StringView(name));
    fact.value->setFont(ui::monospaceFont(ui::TextSize::Small));
    fact.value->setTextFormat(Qt::PlainText);
    fact.value->setWordWrap(true);
    fact.value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    fact.name->setWordWrap(true);
    m_grid->addWidget(fact.name, 0, column, Qt::AlignTop);
    m_grid->addWidget(fact.value, 1, column, Qt::AlignTop);
    m_grid->setColumnStretch(column, 1);
    return fact;
}

void WhyBox::setMessage(const Message &message) {
    m_message = message;
    fill();
}

void WhyBox::fill() {
    if (!m_message)
        return;
    const ReasonText why = explain(*m_message);
    m_sentence->setText(why.sentence);
    m_advice->setText(why.advice);
    m_advice->setVisible(!why.advice.isEmpty());
    const auto &tokens = ui::Tokens::current();
    const QString sheet = QStringLiteral("QFrame#why { background: %1; border: none; border-radius: %2px; }")
                              .arg(tokens.toneTint(stateTone(m_message->state)).name())
                              .arg(ui::metrics::radius);
    if (sheet != styleSheet()) // a sheet changes the palette, and that comes back here
        setStyleSheet(sheet);
    const auto set = [](const Fact &fact, const QString &name, const QString &value, const QString &words) {
        fact.name->setText(name);
        fact.value->setText(value.isEmpty() ? QStringLiteral("–") : value);
        fact.value->setToolTip(words);
        fact.value->setAccessibleName(name);
        fact.value->setAccessibleDescription(words);
    };
    const QString caller = callerCode(*m_message);
    set(m_code, tr("Gateway code"), m_message->rawCode, {});
    set(m_reason, tr("Reason"), m_message->reason, reasonName(m_message->reason));
    set(m_caller, tr("The caller sees"), caller, callerWords(caller));
    m_facts->setVisible(!m_message->reason.isEmpty() || !m_message->rawCode.isEmpty());
}

void WhyBox::changeEvent(QEvent *event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        fill();
}

} // namespace wemo::pages::sms
