#include "shell/canvas.h"

#include <GLES3/gl3.h>
#include <SDL.h>
#include <emscripten/html5.h>
#include <imgui.h>
#include <imgui_impl_opengl3.h>
#include <imgui_internal.h>

#include "ui/paint.h"

// SDL could look drawing functions up by name, for which Emscripten would bring along every one that WebGL has. ImGui
// names those it calls, and SDL only makes the context.
extern "C" void (*eglGetProcAddress(const char*))() { return nullptr; }

// The page's elements hear what people do (web-ui.md 0.4). Of SDL's listeners we want none: they would swallow scrolling
// and keys, press a button whose touch was cancelled, and ask before the page is left. The linker puts these in their
// place (.environment/web.cmake), so that none of that is downloaded either.
extern "C" void __wrap_Emscripten_RegisterEventHandlers(void*) {}
extern "C" void __wrap_Emscripten_UnregisterEventHandlers(void*) {}
extern "C" void __wrap_Emscripten_InitMouse() {}
extern "C" void __wrap_Emscripten_FiniMouse() {}

namespace goodweek::shell {

namespace {

constexpr auto canvas_element = "#canvas";
constexpr auto shader_version = "#version 300 es";

bool make_context() {
    if (SDL_Init(SDL_INIT_VIDEO) != 0) return false;
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_ES);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 0);
    SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 0);
    SDL_GL_SetAttribute(SDL_GL_STENCIL_SIZE, 0);
    SDL_GL_SetAttribute(SDL_GL_MULTISAMPLEBUFFERS, 0);
    // The title is the one the page has now: SDL writes its window's into the document.
    auto* window = SDL_CreateWindow("Goodweek", 0, 0, 16, 16, SDL_WINDOW_OPENGL);
    return window != nullptr && SDL_GL_CreateContext(window) != nullptr;
}

// What ImGui::NewFrame does for one list of shapes and the letters in it, and no more: windows, tables, widgets and the
// rest of the library's interface stay out of the download, 60 KB of it.
void begin_drawing(const ui::Environment& environment) {
    auto& context = *ImGui::GetCurrentContext();
    auto& page = *context.Viewports[0];
    page.Pos = {0, 0};
    page.Size = {environment.width, environment.height};
    context.IO.DisplayFramebufferScale = {environment.dpr, environment.dpr};
    page.FramebufferScale = context.IO.DisplayFramebufferScale;
    ++context.FrameCount;
    auto& shared = context.DrawListSharedData;
    shared.ClipRectFullscreen = {0, 0, environment.width, environment.height};
    shared.CurveTessellationTol = context.Style.CurveTessellationTol;
    shared.SetCircleTessellationMaxError(context.Style.CircleTessellationMaxError);
    shared.InitialFlags =
        ImDrawListFlags_AntiAliasedLines | ImDrawListFlags_AntiAliasedFill | ImDrawListFlags_AllowVtxOffset;
    shared.InitialFringeScale = 1;
    shared.FontAtlas = context.IO.Fonts;
    ImFontAtlasUpdateNewFrame(shared.FontAtlas, context.FrameCount, true);
    ImFontAtlasUpdateDrawListsSharedData(shared.FontAtlas);
}

// The pictures that letters are drawn from, which the backend makes, mends and gives up. What they are kept in is what it
// looks through when the context is lost.
ImVector<ImTextureData*>& pictures_of_letters() {
    auto& textures = ImGui::GetPlatformIO().Textures;
    textures.resize(0);
    for (auto* texture : ImGui::GetIO().Fonts->TexList) {
        texture->RefCount = 1;
        textures.push_back(texture);
    }
    return textures;
}

}  // namespace

void Canvas::prepare() {
    IMGUI_CHECKVERSION();
    ImGui::CreateContext();
    auto& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.ConfigFlags = 0;
}

bool Canvas::open() {
    works_ = make_context() && ImGui_ImplOpenGL3_Init(shader_version);
    return works_;
}

void Canvas::resize(int width, int height) {
    if (width == width_ && height == height_) return;
    width_ = width;
    height_ = height;
    emscripten_set_canvas_element_size(canvas_element, width, height);
}

void Canvas::paint(const ui::Ui& screen) {
    if (!works_) return;
    ImGui_ImplOpenGL3_NewFrame();
    begin_drawing(screen.environment());
    ui::paint(screen);
    const auto ground = screen.theme().page;
    glViewport(0, 0, width_, height_);
    glClearColor(static_cast<float>(ground.red) / 255, static_cast<float>(ground.green) / 255,
                 static_cast<float>(ground.blue) / 255, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    ImDrawData drawn;
    drawn.Valid = true;
    drawn.DisplaySize = {screen.environment().width, screen.environment().height};
    drawn.FramebufferScale = {static_cast<float>(width_) / drawn.DisplaySize.x,
                              static_cast<float>(height_) / drawn.DisplaySize.y};
    drawn.Textures = &pictures_of_letters();
    drawn.AddDrawList(ImGui::GetBackgroundDrawList());
    ImGui_ImplOpenGL3_RenderDrawData(&drawn);
}

void Canvas::lost() { works_ = false; }

bool Canvas::restored() {
    // Everything the context held is gone: shaders, buffers and the letters' picture are made anew.
    ImGui_ImplOpenGL3_Shutdown();
    works_ = ImGui_ImplOpenGL3_Init(shader_version);
    return works_;
}

}  // namespace goodweek::shell
