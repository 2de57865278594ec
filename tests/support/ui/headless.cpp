#include "support/ui/headless.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "imgui.h"

namespace goodweek::testing {

namespace {

std::vector<std::uint8_t> read(const char* name) {
    std::ifstream file(std::string(GOODWEEK_FONTS_FOLDER "/") + name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

struct Context {
    Context()
        : regular(read("goodweek-text-regular.ttf")),
          semibold(read("goodweek-text-semibold.ttf")),
          icons(read("goodweek-icons.ttf")) {
        ImGui::CreateContext();
        ImGuiIO& io = ImGui::GetIO();
        io.IniFilename = nullptr;
        io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
        if (!fonts.load(regular, semibold, icons)) {
            std::fprintf(stderr, "the fonts in %s are not there: build goodweek_fonts first\n",
                         GOODWEEK_FONTS_FOLDER);
            std::exit(1);
        }
    }
    std::vector<std::uint8_t> regular, semibold, icons;
    ui::Fonts fonts;
};

Context& context() {
    static Context one;
    return one;
}

void take_textures() {
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
        if (texture->Status == ImTextureStatus_WantCreate || texture->Status == ImTextureStatus_WantUpdates) {
            texture->SetTexID(static_cast<ImTextureID>(texture->UniqueID + 1));
            texture->SetStatus(ImTextureStatus_OK);
        } else if (texture->Status == ImTextureStatus_WantDestroy && texture->UnusedFrames > 0) {
            texture->SetTexID(ImTextureID_Invalid);
            texture->SetStatus(ImTextureStatus_Destroyed);
        }
    }
}

}  // namespace

const ui::Fonts& fonts() { return context().fonts; }

void begin_frame(float width, float height, float dpr) {
    context();
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {width, height};
    io.DisplayFramebufferScale = {dpr, dpr};
    io.DeltaTime = 1.0f / 60;
    ImGui::NewFrame();
}

int end_frame() {
    ImGui::Render();
    take_textures();
    return ImGui::GetDrawData()->TotalIdxCount / 3;
}

}  // namespace goodweek::testing
