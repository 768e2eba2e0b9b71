#include "ui/widgets/badge.h"

#include "ui/widgets/properties.h"

#include <QEvent>

namespace wemo::ui {

Badge::Badge(QWidget *parent)
    : QLabel(parent) {
    setProperty("ui", "badge");
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    hide();
}

void Badge::setBadge(Tone tone, const QString &text) {
    m_tone = tone;
    setText(text);
    setVisible(!text.isEmpty());
    restyle();
}

void Badge::restyle() {
    setUiProperty(this, "tone", static_cast<int>(m_tone));
}

void Badge::changeEvent(QEvent *event) {
    if (event->type() == QEvent::PaletteChange)
        restyle();
    QLabel::changeEvent(event);
}

} // namespace wemo::ui
