package dev.touchstone.conformance.bytecode;

import static dev.touchstone.conformance.bytecode.Draft.pick;

import dev.touchstone.vm.bytecode.CaptureKind;
import dev.touchstone.vm.bytecode.Opcode;
import dev.touchstone.vm.bytecode.Operand;
import dev.touchstone.vm.value.Bignum;
import dev.touchstone.vm.value.Bool;
import dev.touchstone.vm.value.Char;
import dev.touchstone.vm.value.EmptyList;
import dev.touchstone.vm.value.Fixnum;
import dev.touchstone.vm.value.Flonum;
import dev.touchstone.vm.value.Pair;
import dev.touchstone.vm.value.Str;
import dev.touchstone.vm.value.Symbol;
import dev.touchstone.vm.value.Unspecified;
import dev.touchstone.vm.value.Value;
import dev.touchstone.vm.value.Vector;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** One small change to a code; some of them leave it in order, most do not. */
enum Mutation {
  ANY_WORD(1) {
    @Override
    void apply(Draft draft, Random random) {
      draft.words.set(random.nextInt(draft.words.size()), anyNumber(random));
    }
  },
  OPCODE(2) {
    @Override
    void apply(Draft draft, Random random) {
      int pc = pick(draft.starts(), random);
      List<Operand> operands = draft.opcode(pc).operands();
      draft.words.set(
          pc,
          pick(
                  Arrays.stream(Opcode.values())
                      .filter(other -> other.operands().equals(operands))
                      .toList(),
                  random)
              .code());
    }
  },
  ALIKE(5) {
    @Override
    void apply(Draft draft, Random random) {
      int pc = pick(draft.starts(), random);
      Opcode old = draft.opcode(pc);
      draft.words.set(
          pc,
          pick(
                  Arrays.stream(Opcode.values())
                      .filter(other -> other.operands().equals(old.operands()))
                      .filter(other -> other.pops(0) == old.pops(0))
                      .filter(other -> other.pushes(0) == old.pushes(0))
                      .toList(),
                  random)
              .code());
    }
  },
  OPERAND(5) {
    @Override
    void apply(Draft draft, Random random) {
      int pc = pick(draft.starts(), random);
      Opcode opcode = draft.opcode(pc);
      if (!opcode.operands().isEmpty() && draft.isWhole(pc)) {
        int at = pc + 1 + random.nextInt(opcode.operands().size());
        int near = draft.words.get(at) + random.nextInt(5) - 2;
        draft.words.set(at, random.nextInt(4) == 0 ? random.nextInt(8) : near);
      }
    }
  },
  TARGET(3) {
    @Override
    void apply(Draft draft, Random random) {
      List<Integer> starts = draft.starts();
      List<Integer> jumps =
          starts.stream()
              .filter(pc -> draft.opcode(pc).operands().contains(Operand.TARGET))
              .filter(draft::isWhole)
              .toList();
      if (!jumps.isEmpty()) {
        draft.words.set(pick(jumps, random) + 1, pick(starts, random));
      }
    }
  },
  REMOVE(2) {
    @Override
    void apply(Draft draft, Random random) {
      draft.remove(pick(draft.starts(), random));
    }
  },
  REPEAT(2) {
    @Override
    void apply(Draft draft, Random random) {
      List<Integer> starts = draft.starts();
      int from = pick(starts, random);
      if (draft.isWhole(from)) {
        List<Integer> copied =
            List.copyOf(draft.words.subList(from, from + draft.opcode(from).length()));
        draft.insert(pick(starts, random), copied);
        draft.maxStack += random.nextInt(2);
      }
    }
  },
  INSERT(2) {
    @Override
    void apply(Draft draft, Random random) {
      Opcode opcode = pick(List.of(Opcode.values()), random);
      Integer[] words = new Integer[opcode.length()];
      Arrays.setAll(words, i -> i == 0 ? opcode.code() : random.nextInt(3));
      draft.insert(pick(draft.starts(), random), List.of(words));
      draft.maxStack += random.nextInt(2);
    }
  },
  CUT(1) {
    @Override
    void apply(Draft draft, Random random) {
      int from = random.nextInt(draft.words.size());
      draft.words.subList(from, draft.words.size()).clear();
    }
  },
  HEADER(2) {
    @Override
    void apply(Draft draft, Random random) {
      int by = random.nextInt(8) == 0 ? anyNumber(random) : random.nextInt(3) - 1;
      switch (random.nextInt(4)) {
        case 0 -> draft.required += by;
        case 1 -> draft.rest = !draft.rest;
        case 2 -> draft.locals += by;
        default -> draft.maxStack += by;
      }
    }
  },
  CAPTURES(1) {
    @Override
    void apply(Draft draft, Random random) {
      CaptureKind kind = pick(List.of(CaptureKind.values()), random);
      if (draft.captures.isEmpty() || random.nextInt(4) == 0) {
        draft.captures.add(kind);
      } else if (random.nextInt(4) == 0) {
        draft.captures.removeLast();
      } else {
        draft.captures.set(random.nextInt(draft.captures.size()), kind);
      }
    }
  },
  CONSTANT(4) {
    @Override
    void apply(Draft draft, Random random) {
      if (draft.constants.isEmpty() || random.nextInt(8) == 0) {
        draft.constants.add(anyDatum(random));
      } else if (random.nextInt(16) == 0) {
        draft.constants.removeLast();
      } else {
        draft.constants.set(random.nextInt(draft.constants.size()), anyDatum(random));
      }
    }
  },
  NESTED(2) {
    @Override
    void apply(Draft draft, Random random) {
      if (!draft.nested.isEmpty()) {
        int at = random.nextInt(draft.nested.size());
        if (random.nextInt(4) == 0) {
          draft.nested.remove(at);
        } else {
          draft.nested.set(at, pick(draft.nested, random));
        }
      }
    }
  };

  private static final List<Value> DATA =
      List.of(
          Bool.FALSE,
          Bool.TRUE,
          EmptyList.INSTANCE,
          Unspecified.INSTANCE,
          Fixnum.of(-1),
          Fixnum.of(0),
          Fixnum.of(1),
          Fixnum.of(1000),
          Fixnum.of(Long.MAX_VALUE),
          Bignum.of(BigInteger.TEN.pow(40)),
          Flonum.of(0.5),
          Char.of('a'),
          Str.literal("text"),
          Symbol.of("symbol"),
          Pair.literal(Fixnum.of(1), EmptyList.INSTANCE),
          Pair.literal(Fixnum.of(1), Fixnum.of(2)),
          Vector.literal(Fixnum.of(1), Fixnum.of(2)));

  private static final List<Mutation> WEIGHTED =
      Arrays.stream(values())
          .flatMap(mutation -> Collections.nCopies(mutation.weight, mutation).stream())
          .toList();

  /** How often it is chosen, beside the others. */
  private final int weight;

  Mutation(int weight) {
    this.weight = weight;
  }

  /** One of them, by their weights. */
  static Mutation any(Random random) {
    return pick(WEIGHTED, random);
  }

  /** Changes a draft that has at least an instruction. */
  abstract void apply(Draft draft, Random random);

  private static int anyNumber(Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> random.nextInt();
      case 1 -> Integer.MAX_VALUE;
      case 2 -> Integer.MIN_VALUE;
      case 3 -> -1;
      default -> random.nextInt(64);
    };
  }

  private static Value anyDatum(Random random) {
    return pick(DATA, random);
  }
}
