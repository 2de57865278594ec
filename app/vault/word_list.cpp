#include "vault/word_list.h"

#include <algorithm>
#include <array>

namespace goodweek::vault {

namespace {

// Our own choice of plain words: three to seven letters, no two alike in their first four, none that sounds like
// another, none to be embarrassed by. In alphabetical order. Every paper in a drawer depends on these places: a word
// may never move or change.
// clang-format off
constexpr std::string_view all_words =
    "able about above absorb accent account acid acorn acre across act action actor actual adapt add address adjust "
    "admire adopt adult advance advice after again agenda agile agree ahead aim air airport alarm album alert algebra "
    "alike alive alley allow almond alone aloud alpha already also always amaze amber amount ample amuse anchor "
    "ancient angel angle animal ankle answer antenna anthem antique any apology appear apple april apron arcade arch "
    "area arena arise arm army aroma around arrange arrive arrow art artist ash aside ask asleep aspect atlas atom "
    "attach attic auction august author autumn avenue avocado avoid awake award awesome axle baby back bacon badge "
    "bag bagel bake balance balcony ballet bamboo banana banjo bank banner bar barber barge barley barn barrel basic "
    "basket bat bath baton battery beacon bead beak beam beard beauty beaver become bed bedroom beetle before begin "
    "behind belief below belt bench bend benefit beside best better between beyond bicycle big bike bin bingo biology "
    "birch bird biscuit bishop black blade blanket blaze blend bless blink block blond bloom blossom blouse blush "
    "boast boat bob body boil bold bolt bonfire bonnet bonus book boom boost boot border borrow bottle bounce bowl "
    "box boxer brace brain branch brass brave breath breeze brick bridge brief bright bring brisk broad bronze broom "
    "brother brown brush bubble bucket bud budget buffet bugle bulb bulk bumble bump bun bunch bundle bunny burger "
    "burrow bush busy butter buzz cab cabbage cabin cable cactus cafe cage cake calcium calf call calm camel camp "
    "canal candy cane canoe canvas canyon cap capable captain car caramel carbon card career cargo carpet carry cart "
    "carve case cashew castle casual cat catch cause cave cedar celery cello cement census center ceramic certain "
    "chain chalk chance chapter charm chase chat cheap cheddar cheek chef cherry chess chew chicken chief child "
    "chimney chin chip choice chop chorus chunk church cider cinema circle citizen citrus city civil claim clap "
    "clarify class clay clean clever click cliff clinic clip cloak clock close cloth cloud clover clown club clue "
    "clump cluster coach coal coast coat cobble cobweb cockpit cocoa code coffee coil coin cold collar colony column "
    "comb comet comfort comic common compass concert condor cone confirm connect contact cook cool copper copy coral "
    "corner correct cosmic cost cosy cotton couch could count couple courage cousin cover cowboy coyote cradle craft "
    "crane crate crayon crazy cream credit crest crew cricket crisp crop cross crowd crumb crunch crust crystal cube "
    "cuckoo cuddle culture cup curious curl curtain curve cushion custom cut cycle dairy daisy dance daring dark dash "
    "data date dawn day dazzle decade decide deck deep define degree delay delight delta demand denim dentist depart "
    "depend deposit depth deputy derive design desk detail detect develop device devote dial diamond diary dice "
    "differ dig digital dill dine dinghy dinner direct disc dish display distant dive divide dock doctor dog dollar "
    "dolphin domain domino donate donkey donor door dose dot double dove down dozen dragon drama draw dream dress "
    "drift drill drink drip drive drop drum dry duck duct duet dune during dust duty duvet dwell dynamo each eager "
    "eagle early earth ease east easy eat echo eclipse ecology edge edit educate effect effort egg either elastic "
    "elbow elder elect elegant element eleven elite ember emblem embrace emerald emotion empty emu enable enamel end "
    "energy engage engine enjoy enough enrich enter entire entry envoy epic equal era essay estate eternal event ever "
    "evolve exact exam excite exhale exist exit exotic expand expect explore express extend eyebrow fable fabric face "
    "fact fade fairy faith falcon fame family famous fan fancy fantasy far farm fashion fast father favour fawn feast "
    "feather feed feel fellow felt fence fennel fern ferry fetch few fibre fiction fiddle field fifty fig figure file "
    "fill film filter final finch fine finger finish fire firm first fish fit five fix flag flake flame flannel flap "
    "flash flavour fleet flex flick flight flint flip float flock floor floral fluff fluid flute fly foal foam focus "
    "fog foil fold folk follow fond food foot forest forget fork form forum forward fossil foster found fox frame "
    "freckle free freight fresh friday friend frisky frog front frost frozen fruit fudge fuel full funny furnish "
    "future fuzzy gadget gain galaxy gallop game gander garage garden garlic garment gather gaze gear gecko gem "
    "general genius gentle genuine geology gerbil giant gift giggle ginger giraffe give glacier glad glance glare "
    "glass glaze gleam glee glide glimpse glitter globe glory glove glow glue gnome goal goat goblet goggle gold golf "
    "gong good goose gorge gorilla gown grab grace grade grain grammar grand grape grass gravy green grey grid grill "
    "grin grip grocer groom group grow guard guess guide guitar gull gust gym habit half halo hammer hamper hamster "
    "hand happy harbour harp harvest hat hatch have hawk hazel head health heap heat hedge height helmet help herb "
    "hero hidden hide hike hill hinge hint hippo history hive hobby hockey hoist hold holiday holly home honey hood "
    "hoof hook hoop hop hope horizon horn host hotel house hover how hub huddle hug huge hull hum human humble humour "
    "hundred hurry husky hut hybrid ice icicle icing icon idea igloo ignite iguana imagine impact import impress inch "
    "include income index indigo indoor infant infer inhale initial ink inland inner input inquiry insect inside "
    "inspire install intend into invent invite involve iris iron island issue item ivory ivy jacket jade jaguar jam "
    "january jar jasmine jazz jeep jelly jersey jet jewel jigsaw jingle job jockey jog join joke jolly journal joy "
    "jubilee judo juggle juice jumble jump jungle junior jury just karate kayak kebab keen keep kennel kettle kid "
    "kilt kind king kiosk kiss kit kitchen kite kitten kiwi knee knife knock koala label labour lace lad ladder ladle "
    "lady lagoon lake lamb lamp land lantern lap large lark laser lasso last latch later laugh launch lava lawn layer "
    "lazy leaf league lean leap learn leather lecture ledge left leg legal legend leisure lemon lend length lens "
    "leopard letter level liberty library licence lid lift light like lilac lily lime limit line linger lion lip "
    "liquid list litre little live lizard llama lobby lobster local lock lodge loft log logic lolly long look loop "
    "lorry lot lotion lotus loud lounge love low loyal luck luggage lullaby lunar lunch luxury lyric machine magic "
    "magnet magpie major make mallet malt mammal manage mango mansion manual many map maple marble march margin "
    "marina market maroon marry marsh marvel mask mat match maths matter maximum may meadow meal mean measure medium "
    "mellow melon melt member memory mend menu merit mermaid merry message meteor method metre micro midday mild milk "
    "mill mimic mineral mint minute miracle mirror miss mitten mix mobile model module moist moment monday money "
    "monitor monkey month mood moon mop mosaic moss most moth motion motor mould mouse mouth move movie much mud "
    "muffin mug museum music mystery myth nail name nanny nap napkin narrow nation nature navy near neat neck nectar "
    "needle neither nephew nest net nettle network never news next nibble nice nickel niece nimble nine ninja noble "
    "noise nomad noodle noon normal north note nothing notice novel now nudge number nurse nut nutmeg nylon oak oasis "
    "oat object oblong oboe observe obtain obvious occur ocean october odd offer office often oil old olive omega "
    "once onion online only onward opal open opera opinion option orange orbit orchid order organ origin ostrich "
    "other otter ounce outdoor outer outfit outline oval oven over owl own owner oxygen oyster ozone pace pacific "
    "pack paddle padlock page paint palace palm pan pancake panda panel papaya paper parade parcel parent park parrot "
    "parsley part pass pasta patch path patio pattern peach peanut pebble pecan peg pelican pen pencil penguin penny "
    "people pepper perfect perhaps period permit person pet petal petrol phone photo phrase piano pick picnic picture "
    "pigeon pilgrim pilot pin pine pink pint pioneer pipe pirate pivot pixel pizza place plan plaster plate play "
    "plaza plenty plot plough plug plump plunge plus pocket pod poem poet point polar pollen polo pond pony pool pop "
    "popcorn poppy popular porch port post pot potato potion pottery pouch powder power praise prefer prepare press "
    "pretty price pride primary print prism private problem process produce program project promise proof proper "
    "protect proud provide public puddle puff pull pulp pulse puma pumpkin pupil puppy pure purple purse puzzle "
    "pyjamas pyramid quail quality quantum quarry queen quest queue quick quiet quill quince quirky quite quiver quiz "
    "rabbit raccoon race radar radio raffle raft rag rail raisin rally ramble ramp ranch random range rapid rate "
    "rather rattle raven ravine ray razor reach ready reason rebuild recall receive recipe record recycle reduce reef "
    "refer reflect refresh refuge regard region regular rejoin relax relief remain remind remote render renew rent "
    "repair repeat reply report rescue reserve resist respect result return reunion reveal review reward rhino "
    "rhubarb rhyme rhythm rib ribbon rice rich riddle ride ridge rim rinse ripe ripple rise ritual river roam robe "
    "robin robot robust rock rod rodeo roman roof room rope roster rotate rotor round routine rover royal rubber ruby "
    "rudder rug rugby rule rumble run runner rural sable saddle safari safe saffron saga salad salmon salon salsa "
    "salt salute same sample sand sardine satchel satin saturn saucer sauna save savoury say scale scamper scarf "
    "scatter scenic school science scone scoop scope score scout screen script scroll search season seat second "
    "secret section secure seed seek select self sense sequel serene series serve session set settle seven shade "
    "shake shallow shampoo shape share shawl shed sheep shelf sheriff shield shift shine ship shirt shiver shop short "
    "shout shovel show shrimp shrub shuffle shuttle sibling siege siesta sift sight silent silk silly silver similar "
    "simple since sing siren sister sit six skate sketch skill skin skip skirt sky slate sled sleep slender slice "
    "slide slim slipper slope slot slumber small smart smile smooth snack snail snake snap sneeze snooze snorkel snow "
    "snug soak soap soccer social sock soda sofa soft soil solar soldier solid solo solve sonar song sonic soon "
    "sorbet sorry sound soup south space spaniel spare speak special speed spell spend sphere spice spider spike spin "
    "spiral splash split sponge spoon sport spot spray spread spring sprout spruce square squeeze squid stable stack "
    "stadium staff stage stamp stand staple star state stay steam stem stereo stick still stir stitch stock stone "
    "stool store stove stream string strong study stuff sturdy submit subtle subway success such sudden sugar suggest "
    "summer sunset super supper surplus survey sushi swallow swan swap sway sweater swift swim swing switch swoop "
    "system tab table tackle tactic tadpole tag tail take talent talk tall tandem tango tap tape tarmac tart task "
    "taste taxi teach teapot teddy teeth tell tempo ten tender tennis tent term terrace test text thank thatch "
    "theatre theme then theory thermal thick thimble thing third thistle three thrill thrush thumb thunder ticket "
    "tidy tiger tile timber timid tin tinker tiny tired tissue title toast toddler toffee token tomato tone tongue "
    "tonic tooth top topaz topic torch tornado total touch tour towel town toy trace trade traffic trail travel tray "
    "treat tree trek tremble trend tribe trifle trim trio trip triumph trolley trophy trout truck true truffle "
    "trumpet trust truth try tub tube tuck tuesday tug tulip tumble tuna tundra tune tunic tunnel turban turkey "
    "turnip turtle tutor tutu twelve twenty twice twig twin twirl twist type typical ultra uncle uncover under unfold "
    "unicorn uniform union unique unit unlock until unusual unveil unwrap update upgrade uphill uphold upon upper "
    "upright urban usage use useful usher usual utensil utmost utopia vacant vacuum valid valley value van vanish "
    "various varnish vase vast vehicle velvet venture venue veranda verify version vest via vibrant video view "
    "village vine vintage vinyl viola virtue visa visit vista visual vital vivid vocal voice volcano volume vote "
    "vowel voyage wafer waffle wagon wake walk wall walnut walrus waltz wand want warm wash watch water wedding wedge "
    "welcome west wheat when whisker why wicker wide width wiggle wild willow win window wing wink winner winter wipe "
    "wisdom wish with witness witty wolf woman wombat wonder wool word woven wreath wren wriggle wrinkle wrist yacht "
    "yam yard yarn yawn year yeast yellow yes yodel yoga yoghurt yonder young youth yummy zebra zenith zero zest "
    "zigzag zinc zip zipper zodiac zone zoo zoology zoom";
// clang-format on

using WordList = std::array<std::string_view, word_count>;

constexpr WordList split() {
    WordList words;
    auto rest = all_words;
    for (auto& word : words) {
        word = rest.substr(0, rest.find(' '));
        rest.remove_prefix(std::min(word.size() + 1, rest.size()));
    }
    return words;
}

static_assert(split().back() == "zoom");
static_assert(std::ranges::is_sorted(split()));

// Found again at each start: as places and lengths they would be 16 KB that every first visit downloads.
const WordList& words() {
    static const WordList found = split();
    return found;
}

}  // namespace

std::string_view word(std::size_t place) { return words()[place % word_count]; }

bool is_word(std::string_view text) { return std::ranges::binary_search(words(), text); }

std::vector<std::string_view> as_words(ByteView bytes, std::size_t count) {
    std::vector<std::string_view> said;
    for (std::size_t i = 0; i < count; ++i) {
        std::size_t place = 0;
        for (std::size_t bit = i * 11; bit < (i + 1) * 11; ++bit)
            place = place << 1 | (bit / 8 < bytes.size() ? bytes[bit / 8] >> (7 - bit % 8) & 1 : 0);
        said.push_back(words()[place]);
    }
    return said;
}

}  // namespace goodweek::vault
