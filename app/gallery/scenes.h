#pragma once
#include "app/gallery/stage.h"

#include <QList>

namespace wemo::gallery {

/// One designed state: how to get there. Its pictures are <name>.<scheme>.<language>.png.
struct Scene {
    const char *name;
    void (*play)(Stage &stage);
};

/// Every page in every designed state. A new page adds its lines here.
QList<Scene> scenes();
QList<Scene> shellScenes();
QList<Scene> smsScenes();
QList<Scene> smsActScenes();
QList<Scene> authScenes();
QList<Scene> deliveryScenes();
QList<Scene> queueScenes();
QList<Scene> simulatorScenes();
QList<Scene> pricingScenes();
QList<Scene> timelineScenes();
QList<Scene> campaignScenes();
QList<Scene> blockingScenes();
QList<Scene> blockListScenes();
QList<Scene> banListScenes();

} // namespace wemo::gallery
